package org.leagueflow.forms;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.leagueflow.audit.AuditEvent;
import org.leagueflow.audit.AuditLog;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.BusinessClock;
import org.leagueflow.kernel.CaseId;
import org.leagueflow.kernel.FileName;
import org.leagueflow.kernel.FileType;
import org.leagueflow.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes files in and hands them out. */
@Service
class AttachmentService implements Attachments {

	/** The most one file may weigh, in bytes. */
	static final int MAX_BYTES = 20 * 1024 * 1024;

	/** The longer side of a picture in a list, in pixels. */
	static final int THUMBNAIL = 240;

	/** The longer side of a picture to read from, in pixels. */
	static final int LARGE = 1600;

	/** Uploads that belong to no case yet, per person. */
	private static final int MAX_UNFILED = 100;

	/** What these may weigh together, in bytes. */
	static final long MAX_UNFILED_BYTES = 200L * 1024 * 1024;

	private static final Duration UNFILED_RETENTION = Duration.ofDays(30);

	private static final int CLEANUP_BATCH_SIZE = 500;

	/** Types that are refused in words of their own. */
	private static final Set<FileType> SAID = EnumSet.of(FileType.MACROS, FileType.TEMPLATE, FileType.SLIDES,
			FileType.XLSB, FileType.ODS, FileType.OPEN_DOCUMENT, FileType.OLD_EXCEL, FileType.OLD_OFFICE,
			FileType.ENCRYPTED, FileType.HTML, FileType.CSV, FileType.TEXT, FileType.IMAGE, FileType.ARCHIVE,
			FileType.DAMAGED);

	private final AttachmentRepository rows;

	private final DraftRepository drafts;

	private final List<AttachmentAccess> access;

	private final AuditLog auditLog;

	private final BusinessClock clock;

	AttachmentService(AttachmentRepository rows, DraftRepository drafts, List<AttachmentAccess> access,
			AuditLog auditLog, BusinessClock clock) {
		this.rows = rows;
		this.drafts = drafts;
		this.access = access;
		this.auditLog = auditLog;
		this.clock = clock;
	}

	/**
	 * An attachment with its content.
	 *
	 * @param content null while the reader has to say first why he opens it
	 * @param asks the path of the page that asks for the reason, or null
	 */
	record Opened(AttachmentCard card, byte[] content, String asks) {
	}

	/** Stores a file that belongs to nothing yet. */
	@Transactional
	public AttachmentCard upload(String givenName, byte[] content, Actor by) {
		return store(givenName, content, null, by);
	}

	@Override
	@Transactional
	public AttachmentCard keep(String givenName, byte[] content, String filedAs, Actor by) {
		return store(givenName, content, filedAs, by);
	}

	/** Looks into the file first. */
	private AttachmentCard store(String givenName, byte[] content, String filedAs, Actor by) {
		String name = FileName.fitting(givenName);
		if (content.length == 0) {
			throw new Refusal.Invalid("refusal.forms.file-empty", name);
		}
		if (content.length > MAX_BYTES) {
			throw new Refusal.Invalid("refusal.forms.file-too-large", name, MAX_BYTES / 1024 / 1024);
		}
		FileType type = FileType.of(content);
		FileKind kind = FileKind.of(type).orElseThrow(() -> refused(type, content, name));
		if (!kind.fits(name)) {
			throw new Refusal.Invalid("refusal.forms.file-disguised", name, kind.name());
		}
		if (filedAs == null && this.rows.unfiled(by.personId()) >= MAX_UNFILED) {
			throw new Refusal.Conflict("refusal.forms.too-many-files", MAX_UNFILED);
		}
		if (filedAs == null && this.rows.unfiledBytes(by.personId()) + content.length > MAX_UNFILED_BYTES) {
			throw new Refusal.Conflict("refusal.forms.too-many-bytes", MAX_UNFILED_BYTES / 1024 / 1024);
		}
		byte[] kept = Photos.withoutNotes(kind, content);
		AttachmentCard card = this.rows.add(sha256(kept), kept, name, kind, filedAs, by);
		this.auditLog.record(AuditEvent.of(by, "attachment.uploaded", "attachment:" + card.id()).with(card.sha256()));
		return card;
	}

	/** Says what the file is and what to do, where that can be said. */
	private static Refusal.Invalid refused(FileType type, byte[] content, String name) {
		String what = Photos.isHeic(content) ? "heic" : SAID.contains(type) ? type.key() : "kind";
		return new Refusal.Invalid("refusal.forms.file-" + what, name);
	}

	/**
	 * Opens a file; whoever may not read it is told that there is none.
	 */
	@Transactional
	public Opened open(long id, Actor by) {
		AttachmentCard card = this.rows.find(id)
			.filter((found) -> mayRead(found, by))
			.orElseThrow(() -> new Refusal.NotFound("refusal.forms.no-attachment"));
		return asks(card, by).map((path) -> new Opened(card, null, path)).orElseGet(() -> {
			told(card, by);
			return new Opened(card, this.rows.content(card), null);
		});
	}

	/** Where one who lets the reader in asks for no reason, none is asked for. */
	private Optional<String> asks(AttachmentCard card, Actor by) {
		List<Optional<String>> asked = (card.uploadedBy() == by.personId()) ? List.of()
				: this.access.stream()
					.filter((guard) -> guard.mayRead(card, by))
					.map((guard) -> guard.asks(card, by))
					.toList();
		return asked.stream().anyMatch(Optional::isEmpty) ? Optional.empty()
				: asked.stream().flatMap(Optional::stream).findFirst();
	}

	private void told(AttachmentCard card, Actor by) {
		if (card.uploadedBy() != by.personId()) {
			this.auditLog.record(AuditEvent.of(by, "attachment.opened", "attachment:" + card.id()).on(card.caseId()));
			this.access.forEach((guard) -> guard.opened(card, by));
		}
	}

	/**
	 * A copy of a picture as pages show it; whoever may not read the file is told that
	 * there is none. Looking at the large one is recorded like opening the file.
	 * @param side the longer side, in pixels
	 */
	@Transactional
	public Opened picture(long id, int side, Actor by) {
		AttachmentCard card = this.rows.find(id)
			.filter((found) -> found.picture() && mayRead(found, by))
			.orElseThrow(() -> new Refusal.NotFound("refusal.forms.no-attachment"));
		return asks(card, by).map((path) -> new Opened(card, null, path)).orElseGet(() -> copy(card, side, by));
	}

	private Opened copy(AttachmentCard card, int side, Actor by) {
		if (side > THUMBNAIL) {
			told(card, by);
		}
		return Photos.copy(this.rows.content(card), side)
			.map((copy) -> new Opened(card, copy, null))
			.orElseThrow(() -> new Refusal.NotFound("refusal.forms.no-picture", card.name()));
	}

	/** Those of the files that this person may open. */
	@Transactional(readOnly = true)
	public List<AttachmentCard> readable(Collection<Long> ids, Actor by) {
		return this.rows.all(ids).stream().filter((found) -> mayRead(found, by)).toList();
	}

	private boolean mayRead(AttachmentCard card, Actor by) {
		return card.uploadedBy() == by.personId() || this.access.stream().anyMatch((guard) -> guard.mayRead(card, by));
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<AttachmentCard> find(long id) {
		return this.rows.find(id);
	}

	@Override
	@Transactional(readOnly = true)
	public List<AttachmentCard> all(Collection<Long> ids) {
		return this.rows.all(ids);
	}

	@Override
	@Transactional(readOnly = true)
	public List<AttachmentCard> of(CaseId caseId) {
		return this.rows.of(caseId);
	}

	@Override
	@Transactional
	public void file(CaseId caseId, Collection<Long> ids, Actor by) {
		for (Long id : ids) {
			if (!this.rows.file(caseId, id, by)) {
				throw new Refusal.Invalid("refusal.forms.attachment-not-yours", id);
			}
		}
	}

	/**
	 * Removes uploads that have belonged to nothing for a month, unless an unfinished
	 * form still names them.
	 * @return how many
	 */
	@Transactional
	public int removeUnfiled() {
		Instant monthAgo = this.clock.instant().minus(UNFILED_RETENTION);
		int removed = 0;
		for (AttachmentCard stray : this.rows.strays(monthAgo, CLEANUP_BATCH_SIZE)) {
			removed += (!drafted(stray) && this.rows.remove(stray)) ? 1 : 0;
		}
		return removed;
	}

	/** Whether some draft of the person who uploaded it names the upload. */
	private boolean drafted(AttachmentCard stray) {
		Pattern id = Pattern.compile("(?<![0-9])" + stray.id() + "(?![0-9])");
		return this.drafts.answers(stray.uploadedBy()).stream().anyMatch((answers) -> id.matcher(answers).find());
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
