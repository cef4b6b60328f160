package org.leagueflow.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leagueflow.kernel.FileType;

/** Photos as telephones send them. */
class PhotosTests {

	private static final String PLACE = "GPS 23.12911N 113.264385E";

	@Test
	void aPhotoLosesWherePlaceAndDeviceAndKeepsEveryPixel() throws IOException {
		byte[] taken = photo(6, ByteOrder.LITTLE_ENDIAN);
		byte[] kept = Photos.withoutNotes(FileKind.JPEG, taken);
		assertThat(text(taken)).contains(PLACE, "iPhone", "COMMENT", "IPTC", "MPF");
		assertThat(text(kept)).doesNotContain(PLACE, "iPhone", "COMMENT", "IPTC", "MPF", "ftypmp42");
		assertThat(pixels(kept)).isEqualTo(pixels(taken));
		assertThat(FileKind.of(FileType.of(kept))).contains(FileKind.JPEG);
		assertThat(Photos.withoutNotes(FileKind.JPEG, kept)).isEqualTo(kept);
	}

	@ParameterizedTest
	@CsvSource({ "1, 60, 40, TOP_LEFT", "2, 60, 40, TOP_RIGHT", "3, 60, 40, BOTTOM_RIGHT", "4, 60, 40, BOTTOM_LEFT",
			"5, 40, 60, TOP_LEFT", "6, 40, 60, TOP_RIGHT", "7, 40, 60, BOTTOM_RIGHT", "8, 40, 60, BOTTOM_LEFT" })
	void theCopyStandsUprightHoweverTheCameraWasHeld(int held, int width, int height, Corner red) throws IOException {
		for (ByteOrder order : new ByteOrder[] { ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN }) {
			byte[] kept = Photos.withoutNotes(FileKind.JPEG, photo(held, order));
			BufferedImage copy = ImageIO.read(new ByteArrayInputStream(Photos.copy(kept, 240).orElseThrow()));
			assertThat(copy.getWidth()).isEqualTo(width);
			assertThat(copy.getHeight()).isEqualTo(height);
			assertThat(corner(copy)).isEqualTo(red);
		}
	}

	@Test
	void aLargePhotoBecomesASmallCopyWithoutANote() throws IOException {
		byte[] large = jpeg(3000, 2000);
		byte[] copy = Photos.copy(large, 240).orElseThrow();
		BufferedImage small = ImageIO.read(new ByteArrayInputStream(copy));
		assertThat(small.getWidth()).isEqualTo(240);
		assertThat(small.getHeight()).isEqualTo(160);
		assertThat(copy.length).isLessThan(30_000);
	}

	@Test
	void aPngLosesItsNotesAndWhatFollowsIt() throws IOException {
		ByteArrayOutputStream drawn = new ByteArrayOutputStream();
		ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_ARGB), "png", drawn);
		byte[] png = drawn.toByteArray();
		byte[] noted = concat(Arrays.copyOf(png, 33), chunk("tEXt", PLACE), chunk("eXIf", PLACE), chunk("iTXt", PLACE),
				Arrays.copyOfRange(png, 33, png.length), PLACE.getBytes(StandardCharsets.ISO_8859_1));
		assertThat(Photos.withoutNotes(FileKind.PNG, noted)).isEqualTo(png);
		assertThat(Photos.copy(noted, 240)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 20, 21, 100, 400, 700 })
	void aPhotoBrokenOffStaysReadableOrAsItCame(int length) throws IOException {
		byte[] broken = Arrays.copyOf(photo(6, ByteOrder.BIG_ENDIAN), length);
		byte[] kept = Photos.withoutNotes(FileKind.JPEG, broken);
		assertThat(kept).isNotEmpty();
		assertThat(kept.length).isLessThanOrEqualTo(broken.length);
		Photos.copy(broken, 240);
	}

	@Test
	void whatIsNoPictureOrTooLargeHasNoCopy() {
		assertThat(Photos.copy(FileKindTests.PDF, 240)).isEmpty();
		assertThat(Photos.copy(new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF }, 240)).isEmpty();
		ByteBuffer bomb = ByteBuffer.allocate(33);
		bomb.put(new byte[] { (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10 })
			.put(chunk("IHDR", ByteBuffer.allocate(13).putInt(60_000).putInt(60_000).put((byte) 8).array()));
		assertThat(Photos.copy(bomb.array(), 240)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "heic", "heix", "mif1" })
	void aPhotoThatOnlyIPhonesOpenIsKnownByItsContent(String brand) {
		byte[] photo = ByteBuffer.allocate(64)
			.putInt(24)
			.put(("ftyp" + brand).getBytes(StandardCharsets.US_ASCII))
			.putInt(0)
			.put("mif1heic".getBytes(StandardCharsets.US_ASCII))
			.array();
		assertThat(FileKind.of(FileType.of(photo))).isEmpty();
		assertThat(Photos.isHeic(photo)).isTrue();
	}

	/** 60 by 40, red in the upper left corner as it lies in the file. */
	static byte[] photo(int held, ByteOrder order) throws IOException {
		byte[] picture = jpeg(60, 40);
		byte[] exif = ("Exif\0\0" + new String(tiff(held, order), StandardCharsets.ISO_8859_1) + "iPhone 15 " + PLACE)
			.getBytes(StandardCharsets.ISO_8859_1);
		return concat(Arrays.copyOf(picture, 2), segment(0xE1, exif),
				segment(0xE1, bytes("http://ns.adobe.com/xap/1.0/\0" + PLACE)),
				segment(0xE2, bytes("MPF\0more pictures")), segment(0xED, bytes("IPTC " + PLACE)),
				segment(0xFE, bytes("COMMENT")), Arrays.copyOfRange(picture, 2, picture.length),
				bytes("ftypmp42 a video, " + PLACE));
	}

	private static byte[] tiff(int held, ByteOrder order) {
		ByteBuffer tiff = ByteBuffer.allocate(38).order(order);
		tiff.put(bytes((order == ByteOrder.LITTLE_ENDIAN) ? "II" : "MM")).putShort((short) 42).putInt(8);
		tiff.putShort((short) 2);
		tiff.putShort((short) 0x0100).putShort((short) 3).putInt(1).putInt(0);
		tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) held).putShort((short) 0);
		return tiff.array();
	}

	private static byte[] jpeg(int width, int height) throws IOException {
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int x = 0; x < width; x++) {
			for (int y = 0; y < height; y++) {
				image.setRGB(x, y, ((x < width / 2 && y < height / 2) ? Color.RED : Color.WHITE).getRGB());
			}
		}
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, "jpg", out);
		return out.toByteArray();
	}

	private static Corner corner(BufferedImage image) {
		int right = image.getWidth() - 4;
		int bottom = image.getHeight() - 4;
		return red(image, 4, 4) ? Corner.TOP_LEFT : red(image, right, 4) ? Corner.TOP_RIGHT
				: red(image, right, bottom) ? Corner.BOTTOM_RIGHT : red(image, 4, bottom) ? Corner.BOTTOM_LEFT : null;
	}

	private static boolean red(BufferedImage image, int x, int y) {
		Color color = new Color(image.getRGB(x, y));
		return color.getRed() > 200 && color.getGreen() < 80;
	}

	private static int[] pixels(byte[] jpeg) throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
		return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
	}

	private static byte[] segment(int marker, byte[] content) {
		return ByteBuffer.allocate(content.length + 4)
			.put((byte) 0xFF)
			.put((byte) marker)
			.putShort((short) (content.length + 2))
			.put(content)
			.array();
	}

	private static byte[] chunk(String type, String text) {
		return chunk(type, bytes(text));
	}

	private static byte[] chunk(String type, byte[] content) {
		CRC32 sum = new CRC32();
		sum.update(bytes(type));
		sum.update(content);
		return ByteBuffer.allocate(content.length + 12)
			.putInt(content.length)
			.put(bytes(type))
			.put(content)
			.putInt((int) sum.getValue())
			.array();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	private static String text(byte[] content) {
		return new String(content, StandardCharsets.ISO_8859_1);
	}

	private static byte[] concat(byte[]... parts) {
		ByteArrayOutputStream all = new ByteArrayOutputStream();
		Arrays.stream(parts).forEach(all::writeBytes);
		return all.toByteArray();
	}

	enum Corner {

		TOP_LEFT, TOP_RIGHT, BOTTOM_RIGHT, BOTTOM_LEFT

	}

}
