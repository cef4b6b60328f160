package org.leagueflow.admission;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Photos of written pages, drawn when a test needs one. */
final class PageImages {

	private PageImages() {
	}

	static Path of(String name, int width, int height) {
		try {
			BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
			Graphics2D pen = page.createGraphics();
			pen.setColor(new Color(246, 240, 226));
			pen.fillRect(0, 0, width, height);
			pen.setColor(new Color(40, 40, 70));
			for (int line = 1; line < 20; line++) {
				pen.fillRect(width / 10, line * height / 21, width * (50 + (line * 37) % 35) / 100, height / 90);
			}
			pen.dispose();
			Path file = Files.createTempDirectory("page").resolve(name);
			ImageIO.write(page, "jpg", file.toFile());
			return file;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
