package jinbo.operator.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import jinbo.operator.api.AnswerFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what the local interface answers as commands write it. */
final class ApiAnswers implements AnswerFormat {

    private static final Logger LOG = LoggerFactory.getLogger(ApiAnswers.class);

    private static final int HTTP_CONFLICT = 409;

    private final Path home;
    private final Clock clock;

    ApiAnswers(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    @Override
    public String json(Object result) {
        return JsonAnswers.write(RequestSheet.ifStored(result, clock.instant()));
    }

    @Override
    public String text(Object result, Locale language) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        new ResultRenderer(new Page(Texts.in(Language.of(language)), out))
                .tell(RequestSheet.ifStored(result, clock.instant()));
        out.flush();
        return text.toString();
    }

    @Override
    public Failed failed(Exception e, boolean asText, Locale language) {
        Failure failure = Failure.of(e, home);
        if (failure.log().isPresent()) {
            LOG.warn("An operation failed", e);
        } else {
            LOG.info("An operation was not carried out: {}", failure.error());
        }
        if (!asText) {
            return new Failed(HTTP_CONFLICT, JsonAnswers.write(failure));
        }
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        failure.tell(new Page(Texts.in(Language.of(language)), out));
        out.flush();
        return new Failed(HTTP_CONFLICT, text.toString());
    }
}
