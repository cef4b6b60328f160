package org.leagueflow.scoring;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * A part of a formula: one of a closed set, so that whoever reads it knows what can
 * happen. In JSON each part is an object whose {@code type} names it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({ @JsonSubTypes.Type(value = Component.class, name = "component"),
		@JsonSubTypes.Type(value = Constant.class, name = "constant"),
		@JsonSubTypes.Type(value = WeightedMean.class, name = "weightedMean"),
		@JsonSubTypes.Type(value = CreditWeightedMean.class, name = "creditWeightedMean"),
		@JsonSubTypes.Type(value = Mean.class, name = "mean"),
		@JsonSubTypes.Type(value = MeanOfTerms.class, name = "meanOfTerms"),
		@JsonSubTypes.Type(value = Sum.class, name = "sum"),
		@JsonSubTypes.Type(value = CappedSum.class, name = "cappedSum"),
		@JsonSubTypes.Type(value = Capped.class, name = "capped"),
		@JsonSubTypes.Type(value = TableLookup.class, name = "tableLookup"),
		@JsonSubTypes.Type(value = GradeWords.class, name = "gradeWords"),
		@JsonSubTypes.Type(value = OneMinus.class, name = "oneMinus"),
		@JsonSubTypes.Type(value = PerCapita.class, name = "perCapita"),
		@JsonSubTypes.Type(value = DropExtremes.class, name = "dropExtremes"),
		@JsonSubTypes.Type(value = BestOf.class, name = "bestOf"),
		@JsonSubTypes.Type(value = Retake.class, name = "retake"),
		@JsonSubTypes.Type(value = Rounded.class, name = "rounded") })
public sealed interface Formula permits Component, Constant, WeightedMean, CreditWeightedMean, Mean, MeanOfTerms, Sum,
		CappedSum, Capped, TableLookup, GradeWords, OneMinus, PerCapita, DropExtremes, BestOf, Retake, Rounded {

	/** What it yields for one subject. */
	Series evaluate(Evaluation evaluation);

	/** Checks itself and its parts. */
	void check(SchemeCheck check, String path);

	/** Whether it may yield several values, which another part has to take together. */
	boolean many(SchemeCheck check);

	/** Between which numbers its values lie. */
	Interval interval(SchemeCheck check);

	/** The formulas that it is made of. */
	@JsonIgnore
	List<Formula> parts();

}
