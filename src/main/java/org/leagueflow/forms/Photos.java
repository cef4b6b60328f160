package org.leagueflow.forms;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Photos that people take of paper: what the camera notes beside the picture (place,
 * moment, device) is taken out when a photo comes in, without touching the picture; and
 * pages show a small copy made here, never the file that somebody sent.
 */
final class Photos {

	/** Larger pictures are offered for download only, in pixels. */
	private static final long MAX_PIXELS = 120_000_000L;

	/** Two at once, so that a page full of photos does not take the whole server. */
	private static final Semaphore SCALING = new Semaphore(2);

	private static final Set<String> PNG_NOTES = Set.of("eXIf", "tEXt", "zTXt", "iTXt", "tIME");

	private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

	private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);

	private static final int ORIENTATION = 0x0112;

	private Photos() {
	}

	/**
	 * The same picture without place, moment and device; how the camera was held stays.
	 * What cannot be followed stays as it came.
	 */
	static byte[] withoutNotes(FileKind kind, byte[] content) {
		try {
			return switch (kind) {
				case JPEG -> jpeg(content);
				case PNG -> png(content);
				default -> content;
			};
		}
		catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException ex) {
			return content;
		}
	}

	/**
	 * Segments up to the end of the picture; telephones append videos and notes after it.
	 */
	private static byte[] jpeg(byte[] content) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
		out.write(content, 0, 2);
		int at = 2;
		while (at + 1 < content.length) {
			int marker = content[at + 1] & 0xFF;
			if (content[at] != (byte) 0xFF) {
				throw new IllegalArgumentException("No marker at " + at);
			}
			if (marker == 0xFF) {
				at++;
				continue;
			}
			if (marker == 0xD9) {
				out.write(content, at, 2);
				break;
			}
			int length = ((content[at + 2] & 0xFF) << 8) | (content[at + 3] & 0xFF);
			int end = at + 2 + length;
			if (length < 2 || end > content.length) {
				throw new IllegalArgumentException("Segment too long at " + at);
			}
			segment(content, at, end, marker, out);
			int next = (marker == 0xDA) ? endOfScan(content, end) : end;
			out.write(content, end, next - end);
			at = next;
		}
		return out.toByteArray();
	}

	private static void segment(byte[] content, int at, int end, int marker, ByteArrayOutputStream out) {
		boolean application = marker >= 0xE0 && marker <= 0xEF;
		boolean kept = marker == 0xE0 || marker == 0xEE || (marker == 0xE2 && starts(content, at + 4, ICC));
		if (marker == 0xE1 && starts(content, at + 4, EXIF)) {
			int held = orientation(Arrays.copyOfRange(content, at + 4 + EXIF.length, end));
			if (held > 1) {
				out.writeBytes(held(held));
			}
		}
		if (kept || (!application && marker != 0xFE)) {
			out.write(content, at, end - at);
		}
	}

	/** Where the next marker stands that is no part of the scan's data. */
	private static int endOfScan(byte[] content, int from) {
		for (int i = from; i + 1 < content.length; i++) {
			int next = content[i + 1] & 0xFF;
			if (content[i] == (byte) 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
				return i;
			}
		}
		return content.length;
	}

	/** A note that says how the camera was held and nothing else. */
	private static byte[] held(int orientation) {
		ByteBuffer note = ByteBuffer.allocate(36).order(ByteOrder.BIG_ENDIAN);
		note.putShort((short) 0xFFE1).putShort((short) 34).put(EXIF);
		note.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
		note.putShort((short) 1).putShort((short) ORIENTATION).putShort((short) 3).putInt(1);
		note.putShort((short) orientation).putShort((short) 0).putInt(0);
		return note.array();
	}

	/** How the camera was held, 1 to 8 as TIFF numbers it; 1 where nothing is said. */
	private static int orientation(byte[] tiff) {
		ByteBuffer data = ByteBuffer.wrap(tiff);
		data.order(tiff.length > 1 && tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		int directory = (tiff.length >= 8) ? data.getInt(4) : -1;
		if (directory < 8 || directory + 2 > tiff.length) {
			return 1;
		}
		int entries = data.getShort(directory) & 0xFFFF;
		for (int i = 0; i < entries && directory + 14 + 12 * i <= tiff.length; i++) {
			int entry = directory + 2 + 12 * i;
			if ((data.getShort(entry) & 0xFFFF) == ORIENTATION) {
				int held = data.getShort(entry + 8) & 0xFFFF;
				return (held >= 1 && held <= 8) ? held : 1;
			}
		}
		return 1;
	}

	private static int orientationOf(byte[] content) {
		for (int at = 2; at + 4 < content.length && content[at] == (byte) 0xFF && (content[at + 1] & 0xFF) != 0xDA;) {
			int end = at + 2 + (((content[at + 2] & 0xFF) << 8) | (content[at + 3] & 0xFF));
			if ((content[at + 1] & 0xFF) == 0xE1 && starts(content, at + 4, EXIF) && end <= content.length) {
				return orientation(Arrays.copyOfRange(content, at + 4 + EXIF.length, end));
			}
			at = end;
		}
		return 1;
	}

	private static boolean starts(byte[] content, int at, byte[] with) {
		return at + with.length <= content.length && Arrays.equals(content, at, at + with.length, with, 0, with.length);
	}

	/** Whether it is a photo as iPhones keep them, which other programs cannot open. */
	static boolean isHeic(byte[] content) {
		String head = new String(content, 0, Math.min(12, content.length), StandardCharsets.ISO_8859_1);
		return head.startsWith("ftyphei", 4) || head.startsWith("ftyphev", 4) || head.startsWith("ftypmif1", 4)
				|| head.startsWith("ftypmsf1", 4);
	}

	private static byte[] png(byte[] content) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
		ByteBuffer data = ByteBuffer.wrap(content);
		out.write(content, 0, 8);
		int at = 8;
		String type = "";
		while (!type.equals("IEND")) {
			int length = data.getInt(at);
			type = new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
			if (length < 0 || (long) at + 12 + length > content.length) {
				throw new IllegalArgumentException("Chunk too long at " + at);
			}
			if (!PNG_NOTES.contains(type)) {
				out.write(content, at, 12 + length);
			}
			at += 12 + length;
		}
		return out.toByteArray();
	}

	/**
	 * An upright JPEG copy whose longer side has at most so many pixels; empty when the
	 * content is no picture that can be shown.
	 */
	static Optional<byte[]> copy(byte[] content, int side) {
		SCALING.acquireUninterruptibly();
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) {
				return Optional.empty();
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(in, true, true);
				return Optional.ofNullable(read(reader, side))
					.map((picture) -> upright(picture, orientationOf(content), side))
					.map(Photos::written);
			}
			finally {
				reader.dispose();
			}
		}
		catch (IOException | RuntimeException ex) {
			return Optional.empty(); // broken or of a kind that Java does not draw
		}
		finally {
			SCALING.release();
		}
	}

	/** Reads no more rows and columns than the copy needs. */
	private static BufferedImage read(ImageReader reader, int side) throws IOException {
		long width = reader.getWidth(0);
		long height = reader.getHeight(0);
		if (width * height > MAX_PIXELS) {
			return null;
		}
		int step = (int) Math.max(1, Math.max(width, height) / (2L * side));
		ImageReadParam param = reader.getDefaultReadParam();
		param.setSourceSubsampling(step, step, 0, 0);
		return reader.read(0, param);
	}

	private static BufferedImage upright(BufferedImage picture, int held, int side) {
		double scale = Math.min(1, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
		int width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
		int height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
		boolean turned = held >= 5;
		BufferedImage copy = new BufferedImage(turned ? height : width, turned ? width : height,
				BufferedImage.TYPE_INT_RGB);
		Graphics2D canvas = copy.createGraphics();
		canvas.setColor(java.awt.Color.WHITE);
		canvas.fillRect(0, 0, copy.getWidth(), copy.getHeight());
		canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		canvas.transform(turn(held, width, height));
		canvas.drawImage(picture, 0, 0, width, height, null);
		canvas.dispose();
		return copy;
	}

	/** From the picture as it lies in the file to how it is seen (TIFF 6.0, tag 274). */
	private static AffineTransform turn(int held, int width, int height) {
		return switch (held) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
			case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
			default -> new AffineTransform();
		};
	}

	private static byte[] written(BufferedImage picture) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			return ImageIO.write(picture, "jpg", out) ? out.toByteArray() : null;
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
