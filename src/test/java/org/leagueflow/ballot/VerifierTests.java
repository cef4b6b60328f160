package org.leagueflow.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leagueflow.StoryTest;
import org.leagueflow.ballot.BallotFixture.Held;
import org.leagueflow.people.PeopleFixture;
import org.leagueflow.verify.VerifyBallot;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The stand-alone verifier finds whatever is done to a published ballot. */
@StoryTest
class VerifierTests {

	private static final Paper ELECTION = Paper
		.election(List.of(new Paper.Line(1, "沈 一"), new Paper.Line(2, "李二"), new Paper.Line(3, "王𬭩")), 2);

	private static final List<String> CHOICES = List.of("FFA", "FAB", "AAF", "FFF", "BBB", "AFF");

	@Autowired
	MockMvc mvc;

	@Autowired
	BallotFixture ballots;

	@Autowired
	PeopleFixture people;

	@Autowired
	JdbcClient jdbc;

	@TempDir
	Path folder;

	private Held held;

	private String file;

	@BeforeEach
	void hold() throws Exception {
		this.held = this.ballots.open(ELECTION, 14);
		IntStream.range(0, 12)
			.forEach((i) -> this.ballots.vote(this.held, this.held.roll().get(i), CHOICES.get(i % CHOICES.size())));
		this.ballots.close(this.held);
		this.file = download("/ballots/" + this.held.id() + "/papers.txt");
	}

	@Test
	void aBallotAsPublishedIsRight() throws Exception {
		assertThat(wrong(this.file)).isEmpty();
		assertThat(this.file).contains("papers 12\n").contains("spoilt 2\n").contains("sum 1 F 4 A 4 B 2\n");
		assertThat(this.file).as("byte for byte the same again")
			.isEqualTo(download("/ballots/" + this.held.id() + "/papers.txt"));
	}

	/** The file holds no envelopes and is the same for all their editions. */
	@Test
	void aBallotOpenedUnderTheFirstEditionIsCheckedAlike() throws Exception {
		Held first = this.ballots.open(ELECTION, 2);
		this.jdbc.sql("UPDATE ballot SET envelope = 1 WHERE id = ?").param(first.id()).update();
		this.ballots.vote(first, first.roll().get(0), "FFA");
		this.ballots.close(first);
		String published = this.mvc
			.perform(
					get("/ballots/" + first.id() + "/papers.txt").with(user(this.people.signedIn(first.roll().get(0)))))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
		assertThat(wrong(published)).isEmpty();
		assertThat(published).contains("papers 1\n");
	}

	@Test
	void aFileOfAnEditionToComeIsRefusedWithWhereToGetItsProgram() throws Exception {
		assertThat(wrong(this.file.replace("leagueflow-ballot/1\n", "leagueflow-ballot/2\n")))
			.contains("another edition than leagueflow-ballot/1")
			.contains("verify-ballot.jar of the server");
	}

	@Test
	void aDroppedPaperIsFound() throws Exception {
		assertThat(wrong(papers((papers) -> papers.subList(1, papers.size())))).contains("not those that the statement")
			.contains("there are 11 papers, but the head says 12");
	}

	@Test
	void aDoubledPaperIsFound() throws Exception {
		assertThat(wrong(papers((papers) -> {
			papers.add(1, papers.get(0));
			return papers;
		}))).contains("is there twice").contains("13 papers");
	}

	@Test
	void aChangedChoiceIsFound() throws Exception {
		assertThat(wrong(papers((papers) -> {
			String[] parts = papers.get(0).split(" ");
			parts[2] = parts[2].equals("AAA") ? "FFA" : "AAA";
			papers.set(0, String.join(" ", parts));
			return papers;
		}))).contains("says something else than what was signed");
	}

	@Test
	void aChoiceChangedInTheMessageTooIsFound() throws Exception {
		assertThat(wrong(papers((papers) -> {
			String[] parts = papers.get(0).split(" ");
			byte[] message = Base64.getDecoder().decode(parts[3]);
			String other = parts[2].equals("AAB") ? "FAB" : "AAB";
			System.arraycopy(other.getBytes(StandardCharsets.US_ASCII), 0, message, message.length - 3, 3);
			papers.set(0, "paper " + Vote.tracker(message) + " " + other + " "
					+ Base64.getEncoder().encodeToString(message) + " " + parts[4]);
			return papers;
		}))).contains("has no valid signature");
	}

	@Test
	void anAddedPaperIsFound() throws Exception {
		Phone forged = Phone.vote(this.ballots.row(this.held.id()).signKey(), this.held.id(), "FFA");
		assertThat(wrong(papers((papers) -> {
			papers.add("paper " + forged.tracker() + " FFA " + Base64.getEncoder().encodeToString(forged.message) + " "
					+ Base64.getEncoder().encodeToString(Bytes.random(256)));
			return papers;
		}))).contains("paper " + forged.tracker() + " has no valid signature").contains("13 papers");
	}

	@Test
	void aChangedSumOrHeadIsFound() throws Exception {
		assertThat(wrong(this.file.replace("sum 1 F 4 A 4 B 2", "sum 1 F 5 A 3 B 2"))).contains("it was changed")
			.contains("line 1 counts");
		assertThat(wrong(this.file.replace("spoilt 2", "spoilt 1"))).contains("2 papers are spoilt");
		assertThat(wrong(this.file.replace("issued 12", "issued 11"))).contains("do not go together");
		assertThat(wrong(this.file.replace("王𬭩", "王金"))).contains("it was changed");
		assertThat(wrong(this.file.replace("statement-key", "statement-kex"))).contains("statement-key");
		assertThat(wrong(this.file + "sum 9 F 1\n")).contains("stands after the statement");
		assertThat(wrong(this.file.substring(0, this.file.length() - 1))).contains("end is missing");
		assertThat(wrong("")).contains("no leagueflow-ballot/1 file");
	}

	@Test
	void aWholeBallotOfAnotherKeyIsFoundByTheKeyNotedAtTheOpening() throws Exception {
		Held other = this.ballots.open(ELECTION, 2);
		String noted = Base64.getEncoder().encodeToString(this.ballots.row(other.id()).statementKey());
		assertThat(wrong(this.file, noted)).contains("not the one noted at the opening");
		String own = Base64.getEncoder().encodeToString(this.ballots.row(this.held.id()).statementKey());
		assertThat(wrong(this.file, own)).isEmpty();
	}

	@Test
	void theProgramRunsByItself() throws Exception {
		Path page = this.folder.resolve("verify-ballot.jar");
		Files.write(page,
				this.mvc.perform(get("/ballots/verify-ballot.jar")).andReturn().getResponse().getContentAsByteArray());
		Path good = Files.writeString(this.folder.resolve("good.txt"), this.file);
		assertThat(said("-jar", page.toString(), good.toString())).startsWith("0 OK: 12 papers");
		assertThat(said(byName(good))).startsWith("0 OK: 12 papers");
		assertThat(said(byName(changed((papers) -> papers.subList(1, papers.size()))))).startsWith("1 WRONG")
			.contains("there are 11 papers");
		assertThat(said(byName(changed((papers) -> {
			papers.add(0, papers.get(0));
			return papers;
		})))).startsWith("1 WRONG").contains("is there twice");
		assertThat(said(byName(changed((papers) -> {
			papers.add(papers.get(0).replaceFirst("^paper .", "paper Z"));
			return papers;
		})))).startsWith("1 WRONG").contains("has another tracker");
		assertThat(said(byName(changed((papers) -> {
			papers.set(0, papers.get(0).replaceFirst(" [FAB]{3} ", " FBF "));
			return papers;
		})))).startsWith("1 WRONG").contains("something else than what was signed");
	}

	/** As the README says, with the jar that the build has made. */
	private static String[] byName(Path file) {
		Path jar = Path.of("target/verify-ballot.jar");
		assertThat(jar).as("made by maven-jar-plugin before the tests").exists();
		return new String[] { "-cp", jar.toString(), VerifyBallot.class.getName(), file.toString() };
	}

	private Path changed(UnaryOperator<List<String>> change) throws Exception {
		return Files.writeString(this.folder.resolve("changed.txt"), papers(change));
	}

	/** The program's exit and its words. */
	private static String said(String... arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of(javaProgram()));
		command.addAll(List.of(arguments));
		Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
		String words = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return program.waitFor() + " " + words;
	}

	private static String javaProgram() {
		return Path.of(System.getProperty("java.home"), "bin/java").toString();
	}

	/** The file with its papers changed. */
	private String papers(UnaryOperator<List<String>> change) {
		int from = this.file.indexOf("\npaper ") + 1;
		List<String> papers = new ArrayList<>(List.of(this.file.substring(from).strip().split("\n")));
		return this.file.substring(0, from) + String.join("\n", change.apply(papers)) + "\n";
	}

	private String wrong(String text) throws Exception {
		return wrong(text, null);
	}

	/** What the verifier complains about; empty when all is well. */
	private String wrong(String text, String key) throws Exception {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		int end = VerifyBallot.run(Files.writeString(this.folder.resolve("ballot.txt"), text), key,
				new PrintStream(said, true, StandardCharsets.UTF_8));
		String words = said.toString(StandardCharsets.UTF_8);
		assertThat(end).isEqualTo(words.startsWith("OK") ? 0 : 1);
		return (end == 0) ? "" : words;
	}

	private String download(String path) throws Exception {
		return this.mvc.perform(get(path).with(user(this.people.signedIn(this.held.roll().get(13)))))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

}
