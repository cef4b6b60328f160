package org.leagueflow.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.ballot.BallotFixture.Held;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.people.PeopleFixture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What a secret ballot holds to, whoever does what to it. */
@StoryTest
class BallotTests {

	private static final Paper YES_OR_NO = Paper.decision(1, "接收沈同学为团员");

	@Autowired
	MockMvc mvc;

	@Autowired
	BallotFixture ballots;

	@Autowired
	BallotService service;

	@Autowired
	KeyRing ring;

	@Autowired
	BoxContents rows;

	@Autowired
	KeyFiles files;

	@Autowired
	PeopleFixture people;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	BusinessClock clock;

	@AfterEach
	void today() {
		this.clock.offset(Duration.ZERO);
	}

	@Test
	void aVoteIsCountedOnceAndItsVoterFindsIt() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 3);
		Phone phone = Phone.vote(signKey(held), held.id(), "A");
		byte[] signature = phone.unblind(sign(held, held.roll().get(0), phone).getContentAsByteArray());
		assertThat(cast(held, phone.envelope(ballot(held), signature)).getStatus()).isEqualTo(204);
		assertThat(this.service.turnout(held.id())).isEqualTo(new Turnout(3, 1, 0));
		this.ballots.vote(held, held.roll().get(1), "F");
		BallotResult result = this.ballots.close(held);
		assertThat(result.count().of(0, Mark.AGAINST)).isOne();
		assertThat(result.count().of(0, Mark.FOR)).isOne();
		assertThat(result.papers()).isEqualTo(2);
		assertThat(page("/ballots/" + held.id() + "/papers", held.roll().get(2)).getStatus()).isEqualTo(200);
		assertThat(page("/ballots/" + held.id() + "/trackers", held.roll().get(2)).getContentAsString().lines())
			.hasSize(2)
			.contains(phone.tracker() + " A");
		assertThat(page("/ballots/" + held.id(), held.roll().get(2)).getRedirectedUrl()).endsWith("/papers");
	}

	@Test
	void fiftyAttemptsAtOnceAreOneVote() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 1);
		long voter = held.roll().get(0);
		this.people.account(voter);
		List<Phone> phones = IntStream.range(0, 50)
			.mapToObj((i) -> Phone.vote(signKey(held), held.id(), (i % 2 == 0) ? "F" : "A"))
			.toList();
		List<MockHttpServletResponse> answers = together(phones.stream()
			.map((phone) -> (Callable<MockHttpServletResponse>) () -> sign(held, voter, phone))
			.toList());
		List<Integer> signed = IntStream.range(0, 50).filter((i) -> answers.get(i).getStatus() == 200).boxed().toList();
		assertThat(signed).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.getStatus() == 409)).hasSize(49);
		Phone phone = phones.get(signed.get(0));
		byte[] signature = phone.unblind(answers.get(signed.get(0)).getContentAsByteArray());
		List<MockHttpServletResponse> casts = together(IntStream.range(0, 50)
			.mapToObj((
					i) -> (Callable<MockHttpServletResponse>) () -> cast(held, phone.envelope(ballot(held), signature)))
			.toList());
		assertThat(casts).allMatch((answer) -> answer.getStatus() == 204);
		BallotResult result = this.ballots.close(held);
		assertThat(result.papers()).isOne();
		assertThat(result.issued()).isOne();
	}

	@Test
	void lostAnswersAndRetriesCostNothing() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 2);
		long voter = held.roll().get(0);
		Phone phone = Phone.vote(signKey(held), held.id(), "F");
		byte[] lost = sign(held, voter, phone).getContentAsByteArray();
		byte[] again = sign(held, voter, phone).getContentAsByteArray();
		assertThat(again).as("the same question gets the same answer").isEqualTo(lost).hasSize(256);
		byte[] signature = phone.unblind(again);
		for (int i = 0; i < 3; i++) {
			assertThat(cast(held, phone.envelope(ballot(held), signature)).getStatus()).isEqualTo(204);
		}
		byte[] replayed = phone.envelope(ballot(held), signature);
		assertThat(cast(held, replayed).getStatus()).isEqualTo(204);
		assertThat(cast(held, replayed).getStatus()).as("a replayed envelope").isEqualTo(204);
		assertThat(this.ballots.close(held).papers()).isOne();
	}

	@Test
	void anotherDeviceOfTheSamePersonFinishesWhatTheFirstOneBegan() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 2);
		long voter = held.roll().get(0);
		assertThat(page("/ballots/" + held.id() + "/recovery", voter).getStatus()).isEqualTo(404);
		Phone phone = Phone.vote(signKey(held), held.id(), "F");
		byte[] request = phone.request();
		sign(held, voter, request);
		byte[] kept = page("/ballots/" + held.id() + "/recovery", voter).getContentAsByteArray();
		assertThat(kept).as("what only the recovery code opens")
			.isEqualTo(Arrays.copyOfRange(request, 256, request.length));
		assertThat(page("/ballots/" + held.id() + "/recovery", held.roll().get(1)).getStatus()).as("another voter")
			.isEqualTo(404);
		assertThat(page("/ballots/" + held.id() + "/recovery", this.people.staff(this.people.college().branch()))
			.getStatus()).as("a stranger").isEqualTo(404);
		byte[] stored = this.jdbc.sql("SELECT recovery FROM ballot_claim WHERE ballot_id = ?")
			.param(held.id())
			.query(byte[].class)
			.single();
		assertThat(stored).as("sealed again, so that code and backup are not enough later").isNotEqualTo(kept);
		byte[] signature = phone.unblind(sign(held, voter, phone).getContentAsByteArray());
		assertThat(cast(held, phone.envelope(ballot(held), signature)).getStatus()).isEqualTo(204);
		this.ballots.close(held);
		assertThat(rows("ballot_claim", held)).as("deleted at the close").isZero();
	}

	@Test
	void nobodyOutsideTheRollVotesOrLearnsOfIt() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 2);
		long stranger = this.people.member(this.people.college().branch());
		Phone phone = Phone.vote(signKey(held), held.id(), "F");
		assertThat(sign(held, stranger, phone).getStatus()).isEqualTo(404);
		assertThat(sign(held, held.one().personId(), phone).getStatus()).as("a teller off the roll").isEqualTo(404);
		for (String path : List.of("", "/papers", "/papers.txt", "/trackers", "/closing", "/recovery")) {
			assertThat(page("/ballots/" + held.id() + path, stranger).getStatus()).as(path).isEqualTo(404);
		}
		assertThat(rows("ballot_claim", held)).isZero();
		assertThatThrownBy(() -> this.jdbc.sql("INSERT INTO ballot_claim (ballot_id, person_id) VALUES (?, ?)")
			.params(held.id(), stranger)
			.update()).as("not even by hand").hasMessageMatching("(?si).*ballot_claim_roll.*");
	}

	@Test
	void anotherChoiceOrAnotherKeyIsNoPaper() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 2);
		Held other = this.ballots.open(YES_OR_NO, 2);
		Phone phone = Phone.vote(signKey(held), held.id(), "F");
		byte[] signature = phone.unblind(sign(held, held.roll().get(0), phone).getContentAsByteArray());
		byte[] changed = Vote.message(Arrays.copyOf(phone.message, Vote.RANDOM), held.id(), "A");
		assertThat(cast(held, Phone.seal(ballot(held), changed, signature)).getStatus()).as("a changed choice")
			.isEqualTo(422);
		assertThat(cast(held, Phone.seal(ballot(held), phone.message, Phone.flipped(signature, 9))).getStatus())
			.as("a forged signature")
			.isEqualTo(422);
		byte[] random = Vote.message(Bytes.random(Vote.RANDOM), held.id(), "F");
		assertThat(cast(held, Phone.seal(ballot(held), random, signature)).getStatus()).as("another random number")
			.isEqualTo(422);
		byte[] nonsense = Vote.message(Bytes.random(Vote.RANDOM), held.id(), "X");
		assertThat(cast(held, Phone.seal(ballot(held), nonsense, signature)).getStatus()).as("no mark there is")
			.isEqualTo(400);
		assertThat(cast(other, phone.envelope(ballot(other), signature)).getStatus()).as("a foreign ballot's paper")
			.isIn(400, 413);
		assertThat(cast(other, phone.envelope(ballot(held), signature)).getStatus()).as("a foreign ballot's envelope")
			.isIn(400, 413);
		byte[] foreign = Vote.message(Bytes.random(Vote.RANDOM), other.id(), "F");
		Phone crossed = Phone.of(signKey(held), foreign);
		byte[] crossedSignature = crossed.unblind(
				sign(held, held.roll().get(1), Bytes.join(crossed.blinded, Bytes.random(phone.request().length - 256)))
					.getContentAsByteArray());
		assertThat(cast(other, Phone.seal(ballot(other), foreign, crossedSignature)).getStatus())
			.as("signed by one ballot for another")
			.isEqualTo(422);
		assertThat(rows("ballot_slip", held) + rows("ballot_slip", other)).isZero();
	}

	@Test
	void malformedAndOversizedThingsAreRefusedInWords() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 2);
		long voter = held.roll().get(0);
		int length = ballot(held).longestEnvelope();
		assertThat(cast(held, new byte[0]).getStatus()).isEqualTo(400);
		assertThat(cast(held, Bytes.random(length - 1)).getStatus()).isEqualTo(400);
		assertThat(cast(held, rubbish(2, length)).getContentAsString()).contains("这不是这个票箱的选票");
		assertThat(cast(held, rubbish(9, length)).getContentAsString()).contains("信封版本");
		assertThat(cast(held, Bytes.random(length + 1)).getStatus()).isEqualTo(413);
		assertThat(cast(held, Bytes.random(5_000_000)).getStatus()).isEqualTo(413);
		assertThat(sign(held, voter, new byte[0]).getStatus()).isEqualTo(422);
		assertThat(sign(held, voter, Bytes.random(5000)).getStatus()).isEqualTo(422);
		byte[] large = Phone.vote(signKey(held), held.id(), "F").request();
		Arrays.fill(large, 0, 256, (byte) 0xff);
		assertThat(sign(held, voter, large).getStatus()).as("no number below the modulus").isEqualTo(422);
		assertThat(this.mvc
			.perform(post("/ballot-box/999999999").contentType(MediaType.APPLICATION_OCTET_STREAM).content(new byte[5]))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(404);
		assertThat(
				this.mvc.perform(post("/ballot-box/" + held.id()).contentType(MediaType.APPLICATION_JSON).content("{}"))
					.andReturn()
					.getResponse()
					.getStatus())
			.isEqualTo(415);
		assertThat(rows("ballot_claim", held) + rows("ballot_slip", held)).isZero();
	}

	/** Opened before the program was replaced, or voted for on a page from before. */
	@Test
	void aBallotKeepsTheEditionItWasOpenedUnder() throws Exception {
		for (Envelope own : Envelope.values()) {
			Held held = this.ballots.open(YES_OR_NO, 2);
			edition(held, own.number());
			long voter = held.roll().get(0);
			assertThat(page("/ballots/" + held.id(), voter).getContentAsString())
				.contains("data-edition=\"" + own.number() + "\"");
			Phone phone = Phone.vote(signKey(held), held.id(), "F");
			byte[] signature = phone.unblind(sign(held, voter, phone).getContentAsByteArray());
			for (Envelope other : Envelope.values()) {
				MockHttpServletResponse answer = cast(held,
						Phone.seal(other, held.id(), ballot(held).boxKey(), phone.message, signature));
				assertThat(answer.getStatus()).as(own + " gets " + other).isEqualTo((own == other) ? 204 : 400);
				assertThat(answer.getContentAsString()).contains((own == other) ? "" : "请刷新投票页");
			}
			assertThat(rows("ballot_slip", held)).isOne();
			this.ballots.vote(held, held.roll().get(1), "A");
			this.ballots.shut(held);
			BallotResult result = this.ballots.count(held);
			assertThat(List.of(result.count().of(0, Mark.FOR), result.count().of(0, Mark.AGAINST))).containsOnly(1);
			assertThat(page("/ballots/" + held.id() + "/papers.txt", voter).getContentAsString())
				.startsWith("leagueflow-ballot/1\n")
				.contains(phone.tracker());
		}
	}

	/** As after going back to an older program while a newer one's ballot is open. */
	@Test
	void anEditionThatThisProgramDoesNotKnowIsRefusedBeforeTheRightToVoteIsUsed() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 2);
		long voter = held.roll().get(0);
		Phone phone = Phone.vote(signKey(held), held.id(), "F");
		byte[] envelope = Phone.seal(ballot(held), phone.message, Bytes.random(256));
		edition(held, 7);
		for (MockHttpServletResponse answer : List.of(page("/ballots/" + held.id(), voter), sign(held, voter, phone),
				cast(held, envelope))) {
			assertThat(answer.getStatus()).isEqualTo(503);
			assertThat(answer.getContentAsString()).contains("第 7 版信封");
		}
		assertThat(rows("ballot_claim", held) + rows("ballot_slip", held)).isZero();
		long stranger = this.people.member(this.people.college().branch());
		assertThat(page("/ballots/" + held.id(), stranger).getStatus()).isEqualTo(404);
		assertThat(sign(held, stranger, phone).getStatus()).isEqualTo(404);
		edition(held, Envelope.CURRENT.number());
		this.ballots.vote(held, voter, "F");
		edition(held, 7);
		assertThat(this.ballots.close(held).papers()).as("what lies in the box is sealed in the box's own way").isOne();
		assertThat(page("/ballots/" + held.id() + "/papers.txt", voter).getStatus()).isEqualTo(200);
	}

	private void edition(Held held, int edition) {
		this.jdbc.sql("UPDATE ballot SET envelope = ? WHERE id = ?").params(edition, held.id()).update();
		this.ring.forget(held.id());
	}

	private static byte[] rubbish(int edition, int length) {
		byte[] rubbish = Bytes.random(length);
		rubbish[0] = (byte) edition;
		return rubbish;
	}

	@Test
	void aFloodOfRubbishKeepsNobodyOut() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 10);
		Held other = this.ballots.open(YES_OR_NO, 1);
		AtomicBoolean over = new AtomicBoolean();
		List<Callable<Map<Integer, Integer>>> all = new ArrayList<>();
		for (int i = 0; i < 24; i++) {
			byte[] sealed = Phone.seal(ballot((i % 2 == 0) ? held : other), Bytes.random(ballot(held).contentLength()));
			all.add(() -> {
				Map<Integer, Integer> answers = new HashMap<>();
				while (!over.get()) {
					answers.merge(cast(held, sealed).getStatus(), 1, Integer::sum);
				}
				return answers;
			});
		}
		AtomicInteger voted = new AtomicInteger();
		for (long voter : held.roll()) {
			this.people.account(voter);
			all.add(() -> {
				try {
					Phone phone = Phone.vote(signKey(held), held.id(), "F");
					byte[] signature = phone.unblind(sign(held, voter, phone).getContentAsByteArray());
					return Map.of(cast(held, phone.envelope(ballot(held), signature)).getStatus(), 1);
				}
				finally {
					over.set(voted.incrementAndGet() == held.roll().size());
				}
			});
		}
		List<Map<Integer, Integer>> answers = together(all);
		assertThat(answers.subList(0, 24)).allSatisfy((flood) -> assertThat(flood).containsOnlyKeys(400));
		assertThat(answers.subList(24, 34)).containsOnly(Map.of(204, 1));
		assertThat(this.ballots.close(held).papers()).isEqualTo(10);
	}

	@Test
	void theBoxWantsToKnowNobody() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 2);
		byte[] envelope = Bytes.random(ballot(held).longestEnvelope());
		MockHttpServletRequestBuilder withCookie = box(held, envelope).cookie(new Cookie("SESSION", "x"))
			.header("Cookie", "SESSION=x");
		MockHttpServletResponse answer = this.mvc.perform(withCookie).andReturn().getResponse();
		assertThat(answer.getStatus()).isEqualTo(400);
		assertThat(answer.getContentAsString()).contains("Cookie");
		assertThat(this.mvc.perform(box(held, envelope).header("Authorization", "Basic eDp5"))
			.andReturn()
			.getResponse()
			.getStatus()).isEqualTo(400);
		MockHttpServletResponse nameless = cast(held, envelope);
		assertThat(nameless.getCookies()).isEmpty();
		assertThat(nameless.getHeader("Set-Cookie")).isNull();
		assertThat(nameless.getHeader("Cache-Control")).contains("no-store");
	}

	@Test
	void asOneVoterASecondSignatureIsRefused() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 2);
		long voter = held.roll().get(0);
		assertThat(sign(held, voter, Phone.vote(signKey(held), held.id(), "F")).getStatus()).isEqualTo(200);
		MockHttpServletResponse second = sign(held, voter, Phone.vote(signKey(held), held.id(), "A"));
		assertThat(second.getStatus()).isEqualTo(409);
		assertThat(second.getContentAsString()).contains("恢复码");
		assertThat(this.service.mayVote(held.id(), voter)).isFalse();
		assertThat(this.service.mayVote(held.id(), held.roll().get(1))).isTrue();
	}

	@Test
	void nobodySeesACountBeforeTheClose() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 4);
		this.ballots.vote(held, held.roll().get(0), "F");
		assertThat(this.service.result(held.id())).isEmpty();
		for (long reader : List.of(held.one().personId(), held.roll().get(0))) {
			assertThat(page("/ballots/" + held.id() + "/papers", reader).getStatus()).isEqualTo(409);
			assertThat(page("/ballots/" + held.id() + "/papers.txt", reader).getStatus()).isEqualTo(409);
			assertThat(page("/ballots/" + held.id() + "/trackers", reader).getStatus()).isEqualTo(409);
		}
		assertThat(this.ballots.row(held.id())).extracting(Ballot::issued, Ballot::papers, Ballot::count)
			.containsOnlyNulls();
		List<Integer> lengths = new ArrayList<>();
		this.ballots.vote(held, held.roll().get(1), "A");
		this.ballots.vote(held, held.roll().get(2), "B");
		lengths.addAll(this.jdbc.sql("SELECT OCTET_LENGTH(sealed) FROM ballot_slip WHERE ballot_id = ?")
			.param(held.id())
			.query(Integer.class)
			.list());
		assertThat(lengths).hasSize(3).containsOnly(lengths.get(0));
	}

	@Test
	void closingTakesBothTellersAndNobodyElse() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 2);
		this.ballots.vote(held, held.roll().get(0), "F");
		Actor voter = this.people.actor(held.roll().get(0));
		assertThatThrownBy(() -> this.service.confirmClose(held.id(), voter)).isInstanceOf(Refusal.NotAllowed.class);
		assertThat(close(held, held.roll().get(0)).getStatus()).as("a voter").isEqualTo(403);
		assertThat(close(held, held.one().personId()).getRedirectedUrl()).endsWith("/closing");
		assertThat(close(held, held.one().personId()).getRedirectedUrl()).as("one teller twice").endsWith("/closing");
		assertThat(this.service.state(held.id())).isEqualTo(BallotState.OPEN);
		this.ballots.vote(held, held.roll().get(1), "F");
		assertThat(close(held, held.two().personId()).getRedirectedUrl()).endsWith("/papers");
		assertThat(this.service.state(held.id())).isEqualTo(BallotState.CLOSED);
		assertThat(close(held, held.two().personId()).getStatus()).as("closed already").isEqualTo(409);
		assertThat(this.service.result(held.id()).orElseThrow().papers()).isEqualTo(2);
	}

	@Test
	void aCandidateIsNoTeller() {
		Held held = this.ballots.open(YES_OR_NO, 2);
		long candidate = held.roll().get(0);
		long other = held.roll().get(1);
		assertThatThrownBy(() -> this.service.open(new Opening("表决", YES_OR_NO, Set.copyOf(held.roll()), candidate,
				other, Set.of(candidate), 1, null, DisclosureRule.NONE, false), held.one()))
			.isInstanceOfSatisfying(Refusal.Invalid.class, (no) -> assertThat(no.fields()).containsKey("tellerOne"));
		assertThatThrownBy(() -> this.service.open(new Opening("表决", YES_OR_NO, Set.copyOf(held.roll()), other, other,
				Set.of(), 1, null, DisclosureRule.NONE, false), held.one()))
			.isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(
				() -> this.service.replaceTellers(held.id(), other, candidate, Set.of(candidate), held.one()))
			.isInstanceOf(Refusal.Invalid.class);
		this.service.confirmClose(held.id(), held.one());
		this.service.replaceTellers(held.id(), other, held.two().personId(), Set.of(candidate), held.one());
		assertThat(this.service.confirmClose(held.id(), held.two())).as("agreement given before does not count")
			.isEmpty();
		assertThatThrownBy(() -> this.service.confirmClose(held.id(), held.one()))
			.isInstanceOf(Refusal.NotAllowed.class);
		assertThatThrownBy(() -> this.service.count(held.id(), held.one())).as("nobody counts an open box")
			.isInstanceOf(Refusal.Conflict.class);
		assertThat(this.service.confirmClose(held.id(), this.people.actor(other)).orElseThrow().papers()).isZero();
	}

	@Test
	void closedTwiceAtOnceIsClosedOnce() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 30);
		held.roll().forEach((voter) -> this.ballots.vote(held, voter, "F"));
		this.service.confirmClose(held.id(), held.one());
		this.people.account(held.two().personId());
		List<MockHttpServletResponse> answers = together(IntStream.range(0, 8)
			.mapToObj((i) -> (Callable<MockHttpServletResponse>) () -> close(held, held.two().personId()))
			.toList());
		assertThat(answers.stream().filter((answer) -> answer.getStatus() == 302)).hasSize(1);
		assertThat(answers.stream().filter((answer) -> answer.getStatus() == 409)).hasSize(7);
		assertThat(this.service.result(held.id()).orElseThrow().papers()).isEqualTo(30);
		assertThat(rows("ballot_paper", held)).isEqualTo(30);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM audit_entry WHERE what = 'ballot.closed' AND subject = ?")
			.param("ballot:" + held.id())
			.query(Integer.class)
			.single()).isOne();
	}

	@Test
	void whoeverVotesWhileTheBoxCloses() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 40);
		this.service.confirmClose(held.id(), held.one());
		List<Phone> phones = new ArrayList<>();
		List<byte[]> envelopes = new ArrayList<>();
		for (long voter : held.roll()) {
			Phone phone = Phone.vote(signKey(held), held.id(), "F");
			phones.add(phone);
			envelopes
				.add(phone.envelope(ballot(held), phone.unblind(sign(held, voter, phone).getContentAsByteArray())));
		}
		this.people.account(held.two().personId());
		List<Callable<MockHttpServletResponse>> all = new ArrayList<>();
		envelopes.forEach((envelope) -> all.add(() -> cast(held, envelope)));
		all.add(20, () -> close(held, held.two().personId()));
		List<MockHttpServletResponse> answers = together(all);
		answers.remove(20);
		assertThat(answers).allMatch((answer) -> answer.getStatus() == 204 || answer.getStatus() == 410);
		for (int i = 0; i < phones.size(); i++) {
			boolean counted = this.jdbc.sql("SELECT COUNT(*) FROM ballot_paper WHERE ballot_id = ? AND tracker = ?")
				.params(held.id(), phones.get(i).tracker())
				.query(Integer.class)
				.single() == 1;
			assertThat(counted).as("who was told so is counted, nobody else")
				.isEqualTo(answers.get(i).getStatus() == 204);
		}
	}

	@Test
	void afterTheCloseNothingGoesIn() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 2);
		Phone phone = Phone.vote(signKey(held), held.id(), "F");
		byte[] signature = phone.unblind(sign(held, held.roll().get(0), phone).getContentAsByteArray());
		String keys = this.ballots.row(held.id()).fingerprint();
		assertThat(this.files.names()).contains(keys);
		this.ballots.close(held);
		assertThat(this.files.names()).as("keys are destroyed").doesNotContain(keys);
		MockHttpServletResponse late = cast(held, phone.envelope(ballot(held), signature));
		assertThat(late.getStatus()).isEqualTo(410);
		assertThat(late.getContentAsString()).contains("票箱已关闭");
		assertThat(sign(held, held.roll().get(1), Phone.vote(signKey(held), held.id(), "F")).getStatus())
			.isEqualTo(409);
		assertThat(this.jdbc.sql("SELECT used FROM ballot_voter WHERE ballot_id = ? ORDER BY person_id")
			.param(held.id())
			.query(String.class)
			.list()).as("the roll shows who used the right to vote").containsExactly("SIGNATURE", null);
		BallotResult result = this.service.result(held.id()).orElseThrow();
		assertThat(result.issued()).isOne();
		assertThat(result.papers()).isZero();
	}

	@Test
	void aNodeThatStillRemembersAClosedBallotIsToldByTheDatabase() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 2);
		OpenBallot remembered = this.ring.require(held.id());
		Phone phone = Phone.vote(signKey(held), held.id(), "F");
		byte[] signature = phone.unblind(sign(held, held.roll().get(0), phone).getContentAsByteArray());
		this.ballots.close(held);
		Box box = new Box(this.ring, this.rows);
		assertThat(box.cast(remembered, phone.envelope(ballot(held), signature))).isEqualTo(Box.Cast.CLOSED);
	}

	/** The check itself, without the frame that lets it answer in time. */
	private String health() {
		return new KeyHealth(this.ring).health().getStatus().getCode();
	}

	@Test
	void withoutItsKeysABallotWaitsOrIsVoid() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 2);
		assertThat(health()).isEqualTo("UP");
		Phone phone = Phone.vote(signKey(held), held.id(), "F");
		byte[] signature = phone.unblind(sign(held, held.roll().get(0), phone).getContentAsByteArray());
		this.ring.destroy(this.ballots.row(held.id()));
		assertThat(cast(held, phone.envelope(ballot(held), signature)).getStatus()).isEqualTo(503);
		MockHttpServletResponse refused = sign(held, held.roll().get(1), phone);
		assertThat(refused.getStatus()).as("worth another try").isEqualTo(503);
		assertThat(refused.getContentAsString()).contains("密钥");
		assertThat(health()).isEqualTo("DOWN");
		this.service.confirmClose(held.id(), held.one());
		assertThatThrownBy(() -> this.service.confirmClose(held.id(), held.two()))
			.isInstanceOf(Refusal.Unavailable.class);
		assertThatThrownBy(() -> this.service.voidIt(held.id(), " ", held.one())).isInstanceOf(Refusal.Invalid.class);
		this.service.voidIt(held.id(), "密钥目录丢失", held.one());
		assertThat(this.service.state(held.id())).isEqualTo(BallotState.VOID);
		assertThat(this.service.result(held.id())).isEmpty();
		assertThat(health()).isEqualTo("UP");
		assertThat(page("/ballots/" + held.id(), held.roll().get(0)).getContentAsString()).contains("密钥目录丢失");
		assertThat(cast(held, phone.envelope(ballot(held), signature)).getStatus()).isEqualTo(410);
	}

	@Test
	void keysThatACrashLeftBehindAreSweptAway() {
		Held over = this.ballots.open(YES_OR_NO, 2);
		Held running = this.ballots.open(YES_OR_NO, 2);
		BallotKeys kept = this.ring.require(over.id()).keys();
		String name = this.ballots.row(over.id()).fingerprint();
		this.ballots.close(over);
		this.files.write(name, kept);
		this.ring.destroyEnded();
		assertThat(this.files.names()).doesNotContain(name).contains(this.ballots.row(running.id()).fingerprint());
	}

	@Test
	void aRowChangedByHandStopsTheCount() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 3);
		this.ballots.vote(held, held.roll().get(0), "F");
		this.ballots.vote(held, held.roll().get(1), "A");
		this.jdbc
			.sql("INSERT INTO ballot_slip (ballot_id, slip, sealed) SELECT ballot_id, ?, sealed FROM ballot_slip "
					+ "WHERE ballot_id = ? LIMIT 1")
			.params(Bytes.random(32), held.id())
			.update();
		this.service.confirmClose(held.id(), held.one());
		assertThatThrownBy(() -> this.service.confirmClose(held.id(), held.two())).isInstanceOfSatisfying(
				Refusal.Conflict.class, (no) -> assertThat(no.words().key()).isEqualTo("refusal.ballot.tampered"));
		assertThat(this.service.state(held.id())).as("nothing half-way").isEqualTo(BallotState.OPEN);
		assertThat(this.ring.find(held.id())).as("and its keys are there").isPresent();
	}

	@Test
	void aPaperTakenIsAVoteUsed() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 4);
		long paper = held.roll().get(0);
		long phone = held.roll().get(1);
		this.service.takePaper(held.id(), paper);
		assertThat(sign(held, paper, Phone.vote(signKey(held), held.id(), "F")).getContentAsString()).contains("纸质选票");
		this.ballots.vote(held, phone, "F");
		assertThat(this.service.takePaper(held.id(), phone)).as("who voted by phone").isFalse();
		assertThatThrownBy(() -> this.service.returnPaper(held.id(), phone)).isInstanceOf(Refusal.Conflict.class);
		assertThatThrownBy(() -> this.service.takePaper(held.id(), held.one().personId()))
			.isInstanceOf(Refusal.Invalid.class);
		assertThat(this.service.turnout(held.id())).isEqualTo(new Turnout(4, 1, 1));
		this.service.returnPaper(held.id(), paper);
		this.ballots.vote(held, paper, "A");
		this.service.takePaper(held.id(), held.roll().get(2));
		this.ballots.close(held);
		assertThat(this.service.turnout(held.id())).isEqualTo(new Turnout(4, 2, 1));
	}

	@Test
	void aSmallGroupIsWarnedAndItsNumbersAreNotPublished() throws Exception {
		DisclosureRule few = new DisclosureRule(5, false);
		assertThat(this.service.warning(1, DisclosureRule.NONE)).isPresent();
		assertThat(this.service.warning(4, few)).isPresent();
		assertThat(this.service.warning(5, few)).isEmpty();
		Held large = this.ballots.open(YES_OR_NO, 2);
		assertThatThrownBy(() -> this.service.open(new Opening("表决", YES_OR_NO, Set.copyOf(large.roll()),
				large.one().personId(), large.two().personId(), Set.of(), 1, null, few, false), large.one()))
			.isInstanceOf(Refusal.Conflict.class);
		Held held = this.ballots.open(YES_OR_NO, 6, 5);
		held.roll().subList(0, 4).forEach((voter) -> this.ballots.vote(held, voter, "F"));
		BallotResult result = this.ballots.close(held);
		assertThat(result.coarse()).as("six could vote, four did").isTrue();
		assertThat(result.count().of(0, Mark.FOR)).as("whoever holds it learns the sum").isEqualTo(4);
		assertThat(rows("ballot_paper", held)).isZero();
		assertThat(this.service.result(held.id()).orElseThrow().count()).isNull();
		assertThat(page("/ballots/" + held.id() + "/papers", held.roll().get(5)).getContentAsString())
			.contains("只公布是否通过")
			.doesNotContain("ballot-sum");
		assertThat(page("/ballots/" + held.id() + "/papers.txt", held.roll().get(5)).getStatus()).isEqualTo(409);
	}

	@Test
	void aUnitMayKeepNumbersToItselfWhetherOrNotAllAgree() throws Exception {
		for (String last : List.of("F", "A")) {
			for (boolean hides : List.of(true, false)) {
				Held held = this.ballots.open(YES_OR_NO, 6, new DisclosureRule(2, hides));
				held.roll().subList(0, 5).forEach((voter) -> this.ballots.vote(held, voter, "F"));
				this.ballots.vote(held, held.roll().get(5), last);
				assertThat(this.ballots.close(held).coarse()).as(last + " " + hides).isEqualTo(hides);
				assertThat(rows("ballot_paper", held)).isEqualTo(hides ? 0 : 6);
				assertThat(page("/ballots/" + held.id() + "/papers.txt", held.roll().get(0)).getStatus())
					.isEqualTo(hides ? 409 : 200);
			}
		}
	}

	@Test
	void aClockThatJumpsChangesNothing() throws Exception {
		Held held = this.ballots.open(YES_OR_NO, 4);
		int voter = 0;
		for (Duration jump : List.of(Duration.ofDays(-4000), Duration.ofDays(4000), Duration.ofSeconds(-1))) {
			this.clock.offset(jump);
			this.ballots.vote(held, held.roll().get(voter++), "F");
			this.ring.destroyEnded();
		}
		assertThat(this.ballots.close(held).papers()).isEqualTo(3);
	}

	@Test
	void papersLieInNoOrderAndCarryNoTime() throws Exception {
		List<String> columns = this.jdbc.sql("""
				SELECT CONCAT(LOWER(table_name), '.', LOWER(column_name), ' ', LOWER(data_type)) FROM
				information_schema.columns WHERE LOWER(table_name) IN ('ballot_voter', 'ballot_claim', 'ballot_slip',
				'ballot_paper', 'ballot_box')
				""").query(String.class).list();
		assertThat(columns).isNotEmpty().noneMatch((column) -> column.contains("time") || column.contains("date"));
		Held held = this.ballots.open(YES_OR_NO, 12);
		List<String> order = held.roll()
			.stream()
			.map((voter) -> this.ballots.vote(held, voter, "F").tracker())
			.toList();
		this.ballots.close(held);
		List<String> published = this.jdbc.sql("SELECT tracker FROM ballot_paper WHERE ballot_id = ?")
			.param(held.id())
			.query(String.class)
			.list();
		assertThat(published).containsExactlyInAnyOrderElementsOf(order).isSorted().isNotEqualTo(order);
	}

	private MockHttpServletResponse sign(Held held, long person, Phone phone) throws Exception {
		return sign(held, person, phone.request());
	}

	private MockHttpServletResponse sign(Held held, long person, byte[] request) throws Exception {
		return this.mvc
			.perform(post("/ballots/" + held.id() + "/signature").contentType(MediaType.APPLICATION_OCTET_STREAM)
				.accept(MediaType.APPLICATION_JSON, MediaType.APPLICATION_OCTET_STREAM)
				.content(request)
				.with(csrf())
				.with(user(this.people.signedIn(person))))
			.andReturn()
			.getResponse();
	}

	private MockHttpServletResponse page(String path, long reader) throws Exception {
		return this.mvc.perform(get(path).with(user(this.people.signedIn(reader)))).andReturn().getResponse();
	}

	private MockHttpServletResponse close(Held held, long teller) throws Exception {
		return this.mvc
			.perform(post("/ballots/" + held.id() + "/closing").with(csrf()).with(user(this.people.signedIn(teller))))
			.andReturn()
			.getResponse();
	}

	private MockHttpServletResponse cast(Held held, byte[] envelope) throws Exception {
		return this.mvc.perform(box(held, envelope)).andReturn().getResponse();
	}

	private static MockHttpServletRequestBuilder box(Held held, byte[] envelope) {
		return post("/ballot-box/" + held.id()).contentType(MediaType.APPLICATION_OCTET_STREAM)
			.accept(MediaType.APPLICATION_JSON)
			.content(envelope);
	}

	private byte[] signKey(Held held) {
		return this.ballots.row(held.id()).signKey();
	}

	private Ballot ballot(Held held) {
		return this.ballots.row(held.id());
	}

	private int rows(String table, Held held) {
		return this.jdbc.sql("SELECT COUNT(*) FROM " + table + " WHERE ballot_id = ?")
			.param(held.id())
			.query(Integer.class)
			.single();
	}

	/** All at the same moment. */
	private static <T> List<T> together(List<Callable<T>> acts) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(acts.size());
		CyclicBarrier start = new CyclicBarrier(acts.size());
		try {
			List<Future<T>> answers = new ArrayList<>();
			for (Callable<T> act : acts) {
				answers.add(threads.submit(() -> {
					start.await();
					return act.call();
				}));
			}
			List<T> done = new ArrayList<>();
			for (Future<T> answer : answers) {
				done.add(answer.get());
			}
			return done;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
