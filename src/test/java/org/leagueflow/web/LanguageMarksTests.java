package org.leagueflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanguageMarksTests {

	@Test
	void chineseRunsAreMarkedAndTheRestIsNot() {
		assertThat(LanguageMarks.marked("Handed in “发展团员”")).isEqualTo("Handed in <span lang=\"zh-CN\">“发展团员”</span>");
		assertThat(LanguageMarks.marked("at least fourteen (细则§6)"))
			.isEqualTo("at least fourteen (<span lang=\"zh-CN\">细则</span>§6)");
		assertThat(LanguageMarks.marked("Only “English” — and more…")).isEqualTo("Only “English” — and more…");
		assertThat(LanguageMarks.marked("团委，第2次会议 and 支委会"))
			.isEqualTo("<span lang=\"zh-CN\">团委，第2次会议</span> and <span lang=\"zh-CN\">支委会</span>");
	}

	@Test
	void textStaysText() {
		assertThat(LanguageMarks.marked("<b>李</b> & co"))
			.isEqualTo("&lt;b&gt;<span lang=\"zh-CN\">李</span>&lt;/b&gt; &amp; co");
		assertThat(LanguageMarks.marked("")).isEmpty();
	}

}
