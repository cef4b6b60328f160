package org.leagueflow.scoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An exact fraction in lowest terms; 1/3 stays 1/3 until a {@link RoundingRule} is
 * applied. Written as a decimal where it is one, otherwise as {@code 256/3}.
 *
 * @param numerator carries the sign
 * @param denominator above zero
 */
public record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

	public static final Rational ZERO = of(0);

	public static final Rational ONE = of(1);

	public static final Rational HUNDRED = of(100);

	/** Longer texts are no numbers that an office writes. */
	private static final Pattern WRITTEN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,12})?(/[0-9]{1,15}|%)?");

	public Rational {
		if (denominator.signum() == 0) {
			throw new ArithmeticException("Division by zero");
		}
		if (!denominator.equals(BigInteger.ONE)) {
			BigInteger shared = numerator.gcd(denominator);
			if (denominator.signum() < 0) {
				shared = shared.negate();
			}
			numerator = numerator.divide(shared);
			denominator = denominator.divide(shared);
		}
	}

	public static Rational of(long whole) {
		return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
	}

	public static Rational of(long numerator, long denominator) {
		return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
	}

	public static Rational of(BigDecimal decimal) {
		BigDecimal written = (decimal.scale() < 0) ? decimal.setScale(0) : decimal;
		return new Rational(written.unscaledValue(), BigInteger.TEN.pow(written.scale()));
	}

	/**
	 * Reads {@code 0.07}, {@code 7%} or {@code 7/100}.
	 * @throws IllegalArgumentException when it is written in another way
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static Rational parse(String written) {
		String text = Objects.requireNonNullElse(written, "").strip();
		if (!WRITTEN.matcher(text).matches()) {
			throw new IllegalArgumentException("No number: " + text);
		}
		if (text.endsWith("%")) {
			return of(new BigDecimal(text.substring(0, text.length() - 1))).dividedBy(HUNDRED);
		}
		int slash = text.indexOf('/');
		if (slash < 0) {
			return of(new BigDecimal(text));
		}
		Rational below = of(new BigDecimal(text.substring(slash + 1)));
		if (below.signum() == 0) {
			throw new IllegalArgumentException("No number: " + text);
		}
		return of(new BigDecimal(text.substring(0, slash))).dividedBy(below);
	}

	public Rational plus(Rational other) {
		return new Rational(this.numerator.multiply(other.denominator).add(other.numerator.multiply(this.denominator)),
				this.denominator.multiply(other.denominator));
	}

	public Rational minus(Rational other) {
		return plus(other.negated());
	}

	public Rational times(Rational other) {
		return new Rational(this.numerator.multiply(other.numerator), this.denominator.multiply(other.denominator));
	}

	/**
	 * @throws ArithmeticException when the other is zero
	 */
	public Rational dividedBy(Rational other) {
		return new Rational(this.numerator.multiply(other.denominator), this.denominator.multiply(other.numerator));
	}

	public Rational negated() {
		return new Rational(this.numerator.negate(), this.denominator);
	}

	public int signum() {
		return this.numerator.signum();
	}

	public Rational min(Rational other) {
		return (compareTo(other) <= 0) ? this : other;
	}

	public Rational max(Rational other) {
		return (compareTo(other) >= 0) ? this : other;
	}

	public boolean whole() {
		return this.denominator.equals(BigInteger.ONE);
	}

	/** The same as a decimal, or nothing when its digits never end. */
	public Optional<BigDecimal> decimal() {
		BigInteger rest = this.denominator;
		int scale = 0;
		for (BigInteger prime : new BigInteger[] { BigInteger.TWO, BigInteger.valueOf(5) }) {
			int power = 0;
			while (rest.mod(prime).signum() == 0) {
				rest = rest.divide(prime);
				power++;
			}
			scale = Math.max(scale, power);
		}
		return rest.equals(BigInteger.ONE) ? Optional.of(new BigDecimal(this.numerator)
			.divide(new BigDecimal(this.denominator), scale, java.math.RoundingMode.UNNECESSARY)) : Optional.empty();
	}

	/** As an office writes it: a decimal, or a fraction where no decimal is exact. */
	@JsonValue
	public String text() {
		return decimal().map(BigDecimal::toPlainString).orElseGet(() -> this.numerator + "/" + this.denominator);
	}

	/** As a percentage: 0.07 is {@code 7%}. */
	public String percent() {
		Rational hundredfold = times(HUNDRED);
		return hundredfold.decimal().isPresent() ? hundredfold.text() + "%" : text();
	}

	@Override
	public int compareTo(Rational other) {
		return this.numerator.multiply(other.denominator).compareTo(other.numerator.multiply(this.denominator));
	}

	@Override
	public String toString() {
		return text();
	}

}
