package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Page;
import jinbo.operator.answer.ResultRenderer;
import jinbo.operator.answer.Texts;
import jinbo.operator.cli.Serve.ServeStarted;
import jinbo.platform.home.DatabaseKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServeStartedTest {

    @ParameterizedTest
    @CsvSource({"EN, OWN, true", "EN, SHARED, false", "ZH, OWN, true", "ZH, SHARED, false"})
    void onlyTheDatabaseOfTheHomeIsForTrying(Language language, DatabaseKind database, boolean isForTrying) {
        Texts texts = Texts.in(language);
        StringWriter told = new StringWriter();
        Optional<String> none = Optional.empty();

        new ResultRenderer(new Page(texts, new PrintWriter(told)))
                .render(new ServeStarted("node", database, none, none, none, none, none, none, none, List.of()));

        assertThat(told.toString().contains(texts.of("result.serve-started.database.OWN")))
                .isEqualTo(isForTrying);
    }
}
