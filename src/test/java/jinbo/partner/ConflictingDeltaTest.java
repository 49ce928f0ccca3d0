package jinbo.partner;

import static jinbo.partner.PublishedListFixture.LIFE;
import static jinbo.partner.PublishedListFixture.MOTOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import jinbo.exchange.format.BlockListEntry;
import jinbo.exchange.format.BlockListSearch;
import jinbo.exchange.format.FormatException;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.Manifest;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number on the held list and in a mismatched delta is blocked for the dates of both. */
class ConflictingDeltaTest {

    private static final Mobile NUMBER = new Mobile(13810001234L);

    private static final String HASH = "0".repeat(64);
    private static final Manifest MANIFEST = new Manifest(
            new InsurerCode("YUNHE"),
            1,
            ListKind.FULL,
            List.of(LIFE),
            OptionalInt.empty(),
            Optional.empty(),
            1,
            Instant.parse("2012-09-21T01:00:00Z"),
            LocalDate.parse("2012-10-11"),
            1,
            1,
            HASH,
            HASH,
            HASH,
            List.of(),
            0,
            Optional.empty(),
            Optional.empty());

    @TempDir
    private Path folder;

    @Test
    void bothBlocksCountWhereTheTwoDisagree() throws IOException, FormatException {
        BlockListSearch listed = rows("list", "2012-04-09", "2012-10-09");
        BlockListSearch spared = rows("spared", "2012-10-09", "2013-10-09");

        try (BlockListLookup list = new BlockListLookup(MANIFEST, listed, Optional.of(spared))) {
            assertThat(list.find(NUMBER, LIFE))
                    .contains(new BlockListEntry(
                            NUMBER, LIFE, LocalDate.parse("2012-04-09"), LocalDate.parse("2013-10-09")));
            assertThat(list.find(NUMBER, MOTOR)).isEmpty();
        }
    }

    private BlockListSearch rows(String name, String from, String until) throws IOException, FormatException {
        Path file = folder.resolve(name);
        Files.writeString(file, PublishedListFixture.HEADER + NUMBER.digits() + ",LIFE," + from + "," + until + "\r\n");
        return BlockListSearch.open(file);
    }
}
