package org.leagueflow.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.leagueflow.engine.Catalogue.Stage;

/**
 * The stages of a case as it went through them: those it has passed in their order, the
 * one it is in, and those that may still come. A stage on a way that it did not take is
 * left out.
 */
final class StageBar {

	private StageBar() {
	}

	/**
	 * @param drawn the stages of the case's diagram, in its order
	 * @param entered what the case has entered, in the order of the first time; empty
	 * when the engine no longer knows
	 */
	static List<Place> of(CaseCard card, List<Stage> drawn, List<String> entered) {
		if (drawn.stream().noneMatch((stage) -> entered.contains(stage.id()))) {
			return asDrawn(card, drawn);
		}
		Stage at = drawn.stream().filter((stage) -> stage.id().equals(card.stage())).findFirst().orElse(null);
		int since = (at != null) ? entered.indexOf(at.id()) : Integer.MAX_VALUE;
		boolean open = card.state() == CaseState.OPEN;
		List<Place> bar = new ArrayList<>();
		drawn.stream()
			.filter((stage) -> entered.contains(stage.id()))
			.sorted(Comparator.comparingInt((stage) -> entered.indexOf(stage.id())))
			.forEach((stage) -> {
				if (stage == at) {
					bar.add(new Place(stage, here(card, stage)));
				}
				else if (entered.indexOf(stage.id()) < since || !open) {
					bar.add(new Place(stage, "passed"));
				}
				else {
					// It went back to a stage before this one.
					bar.add(new Place(stage, "ahead"));
				}
			});
		if (open && at != null) {
			drawn.stream()
				.filter((stage) -> at.next().contains(stage.id()) && !entered.contains(stage.id()))
				.forEach((stage) -> bar.add(new Place(stage, "ahead")));
		}
		return bar;
	}

	/**
	 * A case that ended in a stage after which nothing comes went through; one that ended
	 * before was stopped there.
	 */
	private static String here(CaseCard card, Stage stage) {
		return switch (card.state()) {
			case OPEN -> "current";
			case ENDED -> stage.next().isEmpty() ? "passed" : "stopped";
			default -> "stopped";
		};
	}

	/** Before the first stage, and where only the last stage is known. */
	private static List<Place> asDrawn(CaseCard card, List<Stage> drawn) {
		int at = drawn.stream().map(Stage::id).toList().indexOf(card.stage());
		List<Place> bar = new ArrayList<>();
		for (int i = 0; i < drawn.size(); i++) {
			bar.add(new Place(drawn.get(i), (i < at) ? "passed" : (i > at) ? "ahead" : here(card, drawn.get(i))));
		}
		return bar;
	}

	/**
	 * A stage on the bar.
	 *
	 * @param state {@code passed}, {@code current}, {@code ahead} or {@code stopped}
	 */
	record Place(Stage stage, String state) {
	}

}
