package jinbo.consumer.portal;

import static jinbo.consumer.portal.PortalVisitor.choice;
import static jinbo.consumer.portal.PortalVisitor.next;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each page says and where its links lead, over plain HTTP; each test has a holder of its own. */
class PortalPagesIT {

    @TempDir
    private static Path folder;

    private static TestPortal portal;
    private static int holders;

    private final String number = "13810%02d4321".formatted(holders++);
    private final PortalVisitor holder = new PortalVisitor(portal);

    @BeforeAll
    static void open() throws IOException {
        portal = TestPortal.open(folder);
    }

    @AfterAll
    static void close() {
        portal.close();
    }

    @BeforeEach
    void anHourLater() {
        portal.clock().pass(Duration.ofHours(1));
    }

    /** Without it browsers show pages in quirks mode. */
    @Test
    void everyPageBeginsWithADoctype() {
        holder.ask(number);
        Stream<String> before =
                Stream.concat(TestPortal.OPEN_PAGES.stream(), Stream.of("/code", "/nowhere", "/renew/x"));
        assertThat(before).allSatisfy(this::beginsWithADoctype);
        holder.type(portal.gateway().codeFor(number));
        String done = next(holder.post("/choose/confirm", choice()));
        String complaint = next(holder.complain(PortalVisitor.call("2026-11-24")));
        assertThat(Stream.concat(
                        TestPortal.PAGES_OF_HOLDER.stream(),
                        Stream.of(done, done.replace("/done/", "/confirmation/"), complaint)))
                .allSatisfy(this::beginsWithADoctype);
        assertThat(holder.post("/choose/preview", choice()).body()).startsWith("<!DOCTYPE html>");
        assertThat(holder.post("/choose/preview", Map.of()).body()).startsWith("<!DOCTYPE html>");
        assertThat(holder.forge("/cancel", Map.of()).body()).startsWith("<!DOCTYPE html>");
    }

    private void beginsWithADoctype(String path) {
        assertThat(holder.get(path).body()).as(path).startsWith("<!DOCTYPE html>");
    }
}
