package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.List;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.paper.SourceBlock.Aside;

/** The texts of a document in their order, gathered while it is read. */
final class SourceDocument {

	/** Characters of a document: about 2,000 pages. */
	static final int MAX_CHARACTERS = 2_000_000;

	/** Paragraphs and cells of a document. */
	static final int MAX_TEXTS = 200_000;

	private final List<SourceText> texts = new ArrayList<>();

	private final List<SourceBlock> blocks = new ArrayList<>();

	private final List<PaperNotice> notices = new ArrayList<>();

	private int characters;

	private int tables;

	/** Takes in a text. */
	SourceBlock.Paragraph paragraph(PaperPlace place, String text, int generated, int outline, Aside aside) {
		this.characters += text.length();
		if (this.characters > MAX_CHARACTERS || this.texts.size() >= MAX_TEXTS) {
			throw Refusal.Invalid.field("file", "refusal.paper.too-long", MAX_CHARACTERS, MAX_TEXTS);
		}
		SourceText source = new SourceText(this.texts.size(), place, text, generated);
		this.texts.add(source);
		return new SourceBlock.Paragraph(source, outline, aside);
	}

	int nextTable() {
		return ++this.tables;
	}

	void add(SourceBlock block) {
		this.blocks.add(block);
	}

	void notice(PaperPlace place, String key, Object... args) {
		this.notices.add(PaperNotice.of(place, key, args));
	}

	List<SourceText> texts() {
		return this.texts;
	}

	List<SourceBlock> blocks() {
		return this.blocks;
	}

	List<PaperNotice> notices() {
		return this.notices;
	}

}
