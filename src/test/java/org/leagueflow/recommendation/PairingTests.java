package org.leagueflow.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leagueflow.StoryTest;
import org.leagueflow.kernel.Actor;
import org.leagueflow.kernel.Refusal;
import org.leagueflow.ledger.EntryKind;
import org.leagueflow.recommendation.RecommendationStory.College;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A Party member looks after a League member, from the beginning to what came of it. */
@StoryTest
class PairingTests {

	@Autowired
	RecommendationStory story;

	@Autowired
	PairingService pairings;

	@Autowired
	Pairings repository;

	@Autowired
	MockMvc mvc;

	private College college;

	private long member;

	private long partner;

	private Actor secretary;

	@BeforeEach
	void begin() {
		this.story.begin();
		this.college = this.story.college(6);
		this.member = this.college.members().get(4);
		this.partner = this.story.people.staff(this.college.units().generalBranch());
		this.story.people.joinsParty(this.partner);
		this.secretary = this.story.member(this.college, 0);
	}

	@AfterEach
	void today() {
		this.story.clock.offset(Duration.ZERO);
	}

	@Test
	void whatThePairDidCountsAsGuidanceAndItsEffectStays() throws Exception {
		long id = paired(this.member, this.partner);
		String page = "/recommendation/pairings/" + id;
		ask(this.partner, post(page + "/activities").param("on", day().toString()).param("words", "一起学习党章"))
			.andExpect(status().is3xxRedirection());
		assertThat(this.story.ledger.total(this.member, EntryKind.GUIDANCE, null, day())).isEqualTo(1);
		ask(this.member, get(page)).andExpect(status().isOk()).andExpect(content().string(containsString("一起学习党章")));
		ask(this.member, get("/recommendation/pairings")).andExpect(content().string(containsString(page)));
		ask(this.member, post(page + "/activities").param("on", day().toString()).param("words", "自己写的"))
			.andExpect(status().isForbidden());
		ask(this.college.members().get(5), get(page)).andExpect(status().isNotFound());
		ask(this.partner, post(page + "/activities").param("on", day().plusDays(1).toString()).param("words", "还没做"))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("还没做")));
		ask(this.secretary.personId(), post(page + "/effect").param("effect", "学习成绩提高，提交入党申请书"))
			.andExpect(status().is3xxRedirection());
		for (int sent = 0; sent < 2; sent++) {
			ask(this.secretary.personId(), post(page + "/end").param("on", day().toString()).param("reason", "期满"))
				.andExpect(status().is3xxRedirection());
		}
		assertThatThrownBy(() -> this.pairings.end(id, day(), "换人", this.secretary))
			.hasMessageContaining("pairingOver");
		assertThatThrownBy(() -> this.pairings.record(id, day(), "再来一次", null, this.secretary))
			.hasMessageContaining("pairingOver");
		ask(this.member, get(page)).andExpect(content().string(containsString("学习成绩提高")));
	}

	@Test
	void aRecordThatIsSentTwiceCountsOnce() throws Exception {
		String page = "/recommendation/pairings/" + paired(this.member, this.partner);
		for (int sent = 0; sent < 2; sent++) {
			ask(this.partner,
					post(page + "/activities").param("on", day().toString())
						.param("words", "一起参观旧址")
						.param("once", "7d0c2f9e-5a50-4f0b-9a53-" + this.member))
				.andExpect(status().is3xxRedirection());
		}
		assertThat(this.story.ledger.total(this.member, EntryKind.GUIDANCE, null, day())).isEqualTo(1);
		ask(this.partner, get(page)).andExpect(content().string(containsString("name=\"once\"")));
	}

	@Test
	void aMemberIsPairedWithAsManyAsPolicyLets() {
		long first = paired(this.member, this.partner);
		long second = this.story.people.staff(this.college.units().committee());
		this.story.people.joinsParty(second);
		assertThat(paired(this.member, this.partner)).as("the form was sent twice").isEqualTo(first);
		assertThatThrownBy(() -> this.pairings.begin(this.college.branch(), this.member, this.partner, day(), "另一目标",
				this.secretary))
			.hasMessageContaining("pairedAlready");
		assertThatThrownBy(() -> paired(this.member, second)).hasMessageContaining("pairedEnough");
		paired(this.college.members().get(5), this.partner);
		assertThatThrownBy(() -> this.repository.saveAndFlush(
				new Pairing(this.college.branch(), this.member, second, day(), "同时", 1, this.secretary.personId())))
			.as("two at once")
			.isInstanceOf(DuplicateKeyException.class);
	}

	@Test
	void itEndsWhenOneLeavesAndFollowsTheMemberToAnotherBranch() {
		long first = paired(this.member, this.partner);
		long second = paired(this.college.members().get(5), this.partner);
		long branch = this.story.people.unit(this.college.units().generalBranch(),
				org.leagueflow.people.UnitKind.BRANCH, "CLASS");
		this.story.people.moves(this.member, branch);
		assertThat(this.repository.known(first).branchId()).isEqualTo(branch);
		this.story.people.departs(this.partner);
		assertThat(this.repository.known(first).running()).isFalse();
		assertThat(this.repository.known(second).endReason()).isNotBlank();
	}

	@Test
	void strangersWrongPersonsAndEmptyWordsAreRefused() throws Exception {
		College elsewhere = this.story.college(4);
		String page = "/recommendation/pairings/branches/" + this.college.branch();
		ask(elsewhere.members().get(0), get(page)).andExpect(status().isNotFound());
		ask(this.member, get(page)).andExpect(status().isForbidden());
		ask(this.secretary.personId(), post(page).param("member", "x").param("goal", "我写的目标"))
			.andExpect(status().isUnprocessableEntity())
			.andExpect(content().string(containsString("我写的目标")));
		assertThatThrownBy(() -> paired(elsewhere.members().get(1), this.partner)).isInstanceOf(Refusal.Invalid.class);
		assertThatThrownBy(() -> paired(this.member, this.college.members().get(3))).as("no Party member")
			.isInstanceOf(Refusal.Invalid.class);
		this.story.people.joinsParty(this.member);
		assertThatThrownBy(() -> paired(this.member, this.member)).isInstanceOf(Refusal.Invalid.class);
	}

	private long paired(long who, long with) {
		return this.pairings.begin(this.college.branch(), who, with, day(), "端正入党动机", this.secretary);
	}

	private LocalDate day() {
		return this.story.clock.today();
	}

	private ResultActions ask(long person, MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request.with(csrf()).with(user(this.story.people.signedIn(person))));
	}

}
