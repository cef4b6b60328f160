package org.leagueflow.kernel;

import java.util.Set;

/** Chinese surnames: those of two characters, and the common ones of one. */
public final class Surnames {

	private static final Set<String> COMPOUND = Set.of("欧阳", "司马", "上官", "诸葛", "司徒", "东方", "独孤", "南宫", "夏侯", "皇甫", "尉迟",
			"公孙", "慕容", "令狐", "长孙", "宇文", "轩辕", "澹台", "申屠", "太史", "端木", "呼延", "钟离", "淳于", "公冶", "宗政", "濮阳", "仲孙", "闾丘",
			"司空", "百里", "东郭", "南门", "西门", "第五", "拓跋", "完颜", "纳兰");

	/** Carried by nearly everybody; rarer ones are missing. */
	private static final String SINGLE = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
			+ "姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍"
			+ "庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟"
			+ "艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明"
			+ "佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国"
			+ "狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干" + "但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由";

	private Surnames() {
	}

	/** Whether these two characters are one surname. */
	public static boolean compound(String surname) {
		return COMPOUND.contains(surname);
	}

	/**
	 * How many characters of the surname the text begins with; 0 when it begins with
	 * none.
	 */
	public static int length(String text) {
		if (text.length() > 1 && compound(text.substring(0, 2))) {
			return 2;
		}
		return (!text.isEmpty() && SINGLE.indexOf(text.charAt(0)) >= 0) ? 1 : 0;
	}

}
