package org.leagueflow.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a column of a plan says, by the words that offices put above it. */
enum TableColumn {

	NUMBER("序号", "编号", "项次", "顺序", "号", "no", "no."),

	MONTH("月份", "月", "月度", "时间", "时间安排", "时间节点", "时间进度", "时段", "实施时间", "开展时间", "活动时间", "工作时间", "拟开展时间", "举办时间", "计划时间",
			"时间段", "阶段", "month"),

	WEEK("周次", "周", "教学周", "周数", "第几周", "星期", "week"),

	DATE("日期", "起止日期", "起止时间", "日期安排", "具体时间", "具体日期", "date"),

	DUE("完成时限", "完成时间", "时限", "时限要求", "截止时间", "截止日期", "完成日期", "计划完成时间", "办结时限", "完成节点", "限期", "推进时间", "进度安排", "进度要求",
			"推进计划", "整改时限", "due"),

	START("开始时间", "起始时间", "开始日期", "起始日期", "启动时间", "开工时间", "开始月份", "start"),

	END("结束时间", "终止时间", "结束日期", "完工时间", "结束月份", "end"),

	CATEGORY("类别", "板块", "领域", "模块", "工作类别", "分类", "条线", "项目类别", "类型", "工作板块", "方面", "一级指标"),

	TASK("工作内容", "重点任务", "工作任务", "主要任务", "任务", "内容", "事项", "工作事项", "任务事项", "重点工作", "主要工作", "工作项目", "项目", "项目名称", "活动内容",
			"活动名称", "活动主题", "工作要点", "工作安排", "重点事项", "任务内容", "任务名称", "目标任务", "主要内容", "工作名称", "主要工作内容", "重点工作任务",
			"重点工作内容", "工作计划", "计划内容", "活动项目", "工作", "年度任务", "任务分解", "具体任务", "具体工作", "task", "content"),

	MEASURE("具体举措", "举措", "措施", "工作措施", "具体措施", "落实措施", "主要措施", "工作举措", "推进措施", "实施内容", "具体内容", "主要举措", "推进举措", "落实举措",
			"实施步骤", "具体安排", "二级指标", "任务要求", "工作要求", "具体要求", "活动形式", "measure"),

	LEAD("牵头部门", "牵头单位", "牵头", "主办单位", "主办部门", "主责单位", "主责部门", "牵头部室", "责任部室", "部室", "负责部室", "责任单位", "责任部门", "承办单位",
			"承办部门", "负责部门", "负责单位", "部门", "单位", "牵头责任单位", "责任处室", "牵头处室", "实施单位", "组织单位", "责任科室", "lead"),

	CO("配合部门", "配合单位", "协办单位", "协办部门", "参与单位", "参与部门", "协同单位", "协同部门", "配合", "协助单位", "协助部门", "共同责任单位", "配合责任单位",
			"参加单位"),

	OWNER("责任人", "负责人", "牵头人", "具体负责人", "联系人", "责任领导", "分管领导", "牵头领导", "主要责任人", "直接责任人", "经办人", "第一责任人", "承办人", "落实人",
			"责任者", "负责同志", "责任主体", "owner"),

	INDICATOR("工作指标", "指标", "量化指标", "考核指标", "目标值", "指标值", "工作目标", "目标", "预期目标", "预期成果", "达标值", "基本目标", "年度目标", "绩效目标",
			"考核标准", "完成标准", "目标要求", "数量指标", "三级指标", "预期效果", "标准", "计划目标", "基准值", "预期成效", "工作成效", "成效指标", "target"),

	STRETCH("争取值", "奋斗目标", "挑战值", "挑战目标", "力争目标", "争取目标", "力争值", "冲刺值", "冲刺目标", "优秀值", "stretch"),

	STATUS("完成情况", "进展情况", "落实情况", "工作进展", "目前进展", "进展", "推进情况", "工作进展情况", "完成进展", "办理情况", "任务完成情况", "执行情况", "当前进展",
			"实际完成", "完成值", "累计完成", "实际完成情况", "现状", "status"),

	PROGRESS("进度", "完成率", "完成比例", "完成进度", "进度%", "完成百分比", "进度百分比", "进度(%)", "完成率(%)", "目前进度", "工作进度", "progress"),

	PLACE("地点", "活动地点", "阵地", "场地", "实施地点"),

	PARTICIPANTS("参与对象", "参加对象", "参加人员", "参与人员", "对象", "参与人", "活动对象", "参加范围"),

	REMARK("备注", "说明", "备 注", "其他", "注", "备注说明", "remark", "remarks", "note", "notes");

	private static final Map<String, TableColumn> WORDS = new TreeMap<>();

	/** Words that a longer heading may end with, longest first. */
	private static final List<String> ENDINGS = new ArrayList<>();

	/** Longer texts are no headings. */
	private static final int MAX_LENGTH = 18;

	static {
		for (TableColumn column : values()) {
			for (String word : column.words) {
				WORDS.put(PaperText.tight(word), column);
			}
		}
		WORDS.keySet().stream().filter((word) -> word.length() > 1 && word.charAt(0) > 0x2000).forEach(ENDINGS::add);
		ENDINGS.sort(Comparator.comparing(String::length).reversed());
	}

	private final List<String> words;

	TableColumn(String... words) {
		this.words = Arrays.asList(words);
	}

	/** Whether it says when. */
	boolean time() {
		return this == MONTH || this == WEEK || this == DATE || this == DUE || this == START || this == END;
	}

	/** Whether it says what is to be done. */
	boolean work() {
		return this == TASK || this == MEASURE;
	}

	/** What a heading means; empty when it is none that is known. */
	static Optional<TableColumn> of(String heading) {
		String words = plain(heading);
		if (words.isEmpty() || words.length() > MAX_LENGTH) {
			return Optional.empty();
		}
		TableColumn exact = WORDS.get(words);
		if (exact != null) {
			return Optional.of(exact);
		}
		for (String ending : ENDINGS) {
			if (words.endsWith(ending) && words.length() <= ending.length() + 6) {
				return Optional.of(WORDS.get(ending));
			}
		}
		for (String beginning : ENDINGS) {
			if (beginning.length() > 2 && words.startsWith(beginning) && words.length() <= beginning.length() + 4) {
				return Optional.of(WORDS.get(beginning));
			}
		}
		return Optional.empty();
	}

	/** Whether the words are one of those above, and not only end like one. */
	static boolean exactly(String heading) {
		return WORDS.containsKey(plain(heading));
	}

	private static String plain(String heading) {
		String half = PaperText.tight(PaperText.half(heading)).toLowerCase(Locale.ROOT);
		String bare = half.replaceAll("\\((?!%)[^)]*\\)", "").replaceAll("^[*※★]+|[*※★:]+$", "");
		return bare.isEmpty() ? half : bare;
	}

}
