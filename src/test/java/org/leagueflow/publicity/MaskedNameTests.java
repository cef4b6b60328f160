package org.leagueflow.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedNameTests {

	@ParameterizedTest
	@CsvSource({ "张三, 张*", "张小三, 张*三", "欧阳修, 欧阳*", "欧阳小明, 欧阳*明", "欧阳, 欧*", "诸葛, 诸*", "王, *", "𬭩小三, 𬭩*三", "李𬭩, 李*",
			"阿依古丽·买买提, 阿*·买*", "Ann, A*", "王小小明, 王**明" })
	void namesAreShownInPart(String name, String shown) {
		assertThat(MaskedName.of(name)).isEqualTo(shown);
	}

}
