package jinbo.registry.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jinbo.participant.insurer.InsurerCode;
import jinbo.registry.inbound.InboundFiles.FileInArchive;
import jinbo.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class InboundFilesIT {

    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final String UPLOAD = "complaints-YUNHE-20120921-001.csv.pgp";
    private static final Instant NINE = Instant.parse("2012-09-21T01:00:00.123456Z");
    private static final Instant TEN = NINE.plusSeconds(3600);

    private HikariDataSource dataSource;
    private JdbcClient sql;
    private InboundFiles files;

    @BeforeEach
    void start() {
        dataSource = TestDatabase.fresh();
        files = new InboundFiles(JdbcClient.create(dataSource));
        sql = TestDatabase.sql(dataSource.getJdbcUrl());
        for (String code : List.of("YUNHE", "BEIDOU")) {
            sql.sql("insert into insurer (code, name, joined_at, drop_keys) values (?, 'of the test', now(), '{}')")
                    .param(code)
                    .update();
        }
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    /** An insurer can remove any number of answered uploads before they are archived. */
    @Test
    void findsNoMoreThanWereSeenInTheArchive() {
        long first = store("YUNHE", UPLOAD, 300, NINE, "(gone)");
        for (int i = 1; i < 50; i++) {
            store("YUNHE", UPLOAD, 300, NINE, "(gone)");
        }
        long later = store("YUNHE", UPLOAD, 300, TEN, "(gone)");

        assertThat(found(new FileInArchive(UPLOAD, 300, TEN))).containsExactly(later);
        assertThat(found(new FileInArchive(UPLOAD, 300, TEN), new FileInArchive(UPLOAD, 300, TEN)))
                .containsExactly(first, later);
        assertThat(found(new FileInArchive(UPLOAD, 300, Instant.EPOCH))).containsExactly(first);
        assertThat(found()).isEmpty();
    }

    @Test
    void findsNoOtherFile() {
        long waiting = store("YUNHE", UPLOAD, 300, NINE, null);
        store("YUNHE", UPLOAD, 300, NINE, UPLOAD);
        store("YUNHE", UPLOAD, 301, NINE, null);
        store("YUNHE", UPLOAD.replace("001", "002"), 300, NINE, null);
        store("BEIDOU", UPLOAD, 300, NINE, null);

        FileInArchive one = new FileInArchive(UPLOAD, 300, NINE);
        assertThat(found(one, one, one)).containsExactly(waiting);
    }

    @Test
    void findsAFileWithAnInvalidNameByItsStem() {
        long invalid = store("YUNHE", "13810001234.csv", 300, NINE, null);
        sql.sql("update inbound_file set name_fault = 'SHAPE', stem = 'invalid-0123456789abcdef'")
                .update();

        assertThat(found(new FileInArchive("invalid-0123456789abcdef.pgp", 300, NINE)))
                .containsExactly(invalid);
        assertThat(found(new FileInArchive("13810001234.csv", 300, NINE))).isEmpty();
    }

    private List<Long> found(FileInArchive... seen) {
        return files.findPossiblyArchived(YUNHE, List.of(seen)).stream()
                .map(InboundFile::id)
                .toList();
    }

    private long store(String insurer, String name, long size, Instant modified, String archivedAs) {
        return sql.sql("""
                insert into inbound_file (insurer, remote_name, stem, size, modified_at, sha256, received_at, archived_as)
                values (?, ?, ?, ?, ?, 'x', now(), ?) returning id
                """)
                .params(
                        insurer,
                        name,
                        name.replace(".csv.pgp", ""),
                        size,
                        modified.atOffset(ZoneOffset.UTC),
                        archivedAs)
                .query(Long.class)
                .single();
    }
}
