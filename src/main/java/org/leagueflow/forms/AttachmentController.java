package org.leagueflow.forms;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.AllowedTo;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * Uploads and downloads; nothing that was uploaded is ever shown inside a page but copies
 * of pictures, drawn anew by this server.
 */
@Controller
class AttachmentController {

	private final AttachmentService attachments;

	AttachmentController(AttachmentService attachments) {
		this.attachments = attachments;
	}

	@PostMapping("/attachments")
	@AllowedTo(AllowedTo.SIGNED_IN)
	ResponseEntity<Map<String, Object>> upload(@RequestParam MultipartFile file, Actor by) throws IOException {
		AttachmentCard card = this.attachments.upload(file.getOriginalFilename(), file.getBytes(), by);
		return ResponseEntity.status(HttpStatus.CREATED)
			.body(Map.of("id", card.id(), "name", card.name(), "size", card.size()));
	}

	@GetMapping("/attachments/{id}")
	@AllowedTo(AllowedTo.SIGNED_IN)
	ResponseEntity<byte[]> open(@PathVariable long id, Actor by) {
		AttachmentService.Opened file = this.attachments.open(id, by);
		if (file.asks() != null) {
			return ask(file);
		}
		return ResponseEntity.ok()
			.contentType(MediaType.parseMediaType(file.card().mediaType()))
			.header(HttpHeaders.CONTENT_DISPOSITION, asDownload(file.card().name()))
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", "sandbox; default-src 'none'")
			.cacheControl(CacheControl.noStore())
			.body(file.content());
	}

	@GetMapping("/attachments/{id}/picture")
	@AllowedTo(AllowedTo.SIGNED_IN)
	ResponseEntity<byte[]> picture(@PathVariable long id, @RequestParam(defaultValue = "false") boolean small,
			Actor by) {
		AttachmentService.Opened picture = this.attachments.picture(id,
				small ? AttachmentService.THUMBNAIL : AttachmentService.LARGE, by);
		if (picture.asks() != null) {
			return ask(picture);
		}
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_JPEG)
			.header("X-Content-Type-Options", "nosniff")
			.header("Content-Security-Policy", "sandbox; default-src 'none'")
			.cacheControl(CacheControl.noStore())
			.body(picture.content());
	}

	/** Leads to the page that asks why the file is opened. */
	private static ResponseEntity<byte[]> ask(AttachmentService.Opened file) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(file.asks())).build();
	}

	private static String asDownload(String name) {
		return ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
	}

}
