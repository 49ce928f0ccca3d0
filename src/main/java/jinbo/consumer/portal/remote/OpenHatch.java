package jinbo.consumer.portal.remote;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Opens the hatch to portals elsewhere, for as long as {@code serve} runs. */
@Component
public class OpenHatch {

    private static final Logger LOG = LoggerFactory.getLogger(OpenHatch.class);

    private final DataSource dataSource;
    private final InnerSide hatch;
    private final Clerk clerk;
    private final HatchSettings settings;

    OpenHatch(DataSource dataSource, InnerSide hatch, Clerk clerk, HatchSettings settings) {
        this.dataSource = dataSource;
        this.hatch = hatch;
        this.clerk = clerk;
        this.settings = settings;
    }

    /**
     * Open until it is closed.
     *
     * @param end closes it
     */
    public record Open(Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    /** Until what it gives is closed. */
    public Open open() {
        if (settings.answering() == 0) {
            return new Open(() -> LOG.debug("No portal was answered here"));
        }
        AnswerAsks asks = new AnswerAsks(hatch, clerk, settings.answering());
        Bell bell = Bell.hang(dataSource, "jinbo_ask", with -> asks.hear());
        asks.begin();
        return new Open(() -> {
            bell.close();
            asks.end();
        });
    }
}
