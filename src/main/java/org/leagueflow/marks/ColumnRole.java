package org.leagueflow.marks;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a column of a sheet with marks can mean, and by which titles it is known. */
enum ColumnRole {

	STUDENT_NUMBER("学号", "学生学号", "学工号", "学籍号", "学生编号", "学号/工号"), NAME("姓名", "学生姓名", "名字", "学生"),
	CLASS("班级", "班别", "行政班", "行政班级", "学生标签", "所在班级", "班级名称", "团支部", "所在团支部", "支部"),
	TERM("成绩获得学年学期", "学年学期", "学期", "开课学期", "修读学期", "获得学期", "学年", "学年度"), COURSE_CODE("课程代码", "课程号", "课程编号", "课程编码"),
	COURSE_NAME("课程名称", "课程", "课程名", "科目", "科目名称"), CREDIT("学分", "课程学分"),
	ATTEMPT("修读类别", "考试性质", "修读性质", "考试类型", "成绩类型", "修读方式", "考试类别"),
	POINTS("总成绩", "成绩", "最终成绩", "总评成绩", "考试成绩", "总评", "分数", "综合成绩"), SCORE, NOTE,
	TOTAL("总分", "合计", "总计", "综合测评总分", "测评总分", "最终值", "平均分", "小计", "加权平均分", "综合测评成绩", "最终得分", "总得分"),
	SERIAL("序号", "编号", "行号"),
	IGNORED("确认签字", "签字", "本人签字", "备注", "名次", "排名", "班级排名", "专业排名", "授课教师", "任课教师", "教师", "绩点", "学分绩点", "平均绩点",
			"平均学分绩点", "课程绩点", "GPA", "是否选修", "性别", "专业", "学院", "系部", "院系", "年级", "民族", "手机", "联系电话", "身份证号", "课程性质",
			"课程类别", "开课单位");

	/** Those that say whom a row is about. */
	static final Set<ColumnRole> KEYS = Set.of(STUDENT_NUMBER, NAME);

	/** Those that no table has twice. */
	static final Set<ColumnRole> ONCE = Set.of(STUDENT_NUMBER, NAME, CLASS, TERM, COURSE_CODE, COURSE_NAME, CREDIT,
			ATTEMPT, POINTS);

	private final List<String> titles;

	ColumnRole(String... titles) {
		this.titles = List.of(titles);
	}

	static Optional<ColumnRole> titled(String title) {
		return Optional.ofNullable(Titles.ROLES.get(plain(title)));
	}

	/** Without marks, spaces and notes in brackets. */
	static String plain(String title) {
		return Titles.MARKS.matcher(Titles.NOTES.matcher(title).replaceAll("")).replaceAll("");
	}

	/** Whether a mark comes of its cells. */
	boolean marks() {
		return this == SCORE || this == NOTE || this == POINTS;
	}

	/** Whether its cells count by what is stored in them, not by the digits shown. */
	boolean number() {
		return marks() || this == CREDIT || this == TOTAL;
	}

	/** The message key of its name. */
	public String key() {
		return "marks.role." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The titles of all roles, and what they are written with. */
	private static final class Titles {

		private static final Pattern NOTES = Pattern.compile("[（(\\[【].*?[)）\\]】]");

		private static final Pattern MARKS = Pattern.compile("[*＊:：\\s\\p{Z}]");

		private static final Map<String, ColumnRole> ROLES = new HashMap<>();

		static {
			for (ColumnRole role : values()) {
				role.titles.forEach((title) -> ROLES.putIfAbsent(title, role));
			}
		}

	}

}
