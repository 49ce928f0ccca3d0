package jinbo.registry.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jinbo.testing.EarlierSchemaDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings that an earlier version has kept row by row are the same findings, in the same order, in pages. */
class FindingPageMigrationIT {

    /** Of one file more than a page holds, of another one a few; the first begins with what concerns it as a whole. */
    private static final String FINDINGS = """
            insert into finding values (1, 1, 0, null, 'TOO_MANY_REFUSED');
            insert into finding
            select 1, 2 + i, 2 + i / 2, (array['mobile', 'term', null])[1 + i % 3],
                   (array['MOBILE_MISSING', 'TERM_UNKNOWN', 'ROW_SHAPE', 'ROW_REPEATED', 'TERM_UNKNOWN'])[1 + i % 5]
            from generate_series(0, 899) i;
            insert into finding values (2, 1, 2147483647, 'mobile', 'MOBILE_LANDLINE'), (2, 4, 7, null, 'ROW_SHAPE');
            create table earlier as select * from finding;
            """;

    private static final String IN_ORDER =
            "select row(inbound_file, row_number() over (partition by inbound_file order by place), line, column_name, code)::text"
                    + " from %s order by inbound_file, place";

    @TempDir
    Path folder;

    @Test
    void everyFindingIsWhatItWas() {
        EarlierSchemaDatabase earlier = EarlierSchemaDatabase.at("earlier_findings", 24, folder);
        earlier.sql().sql(FINDINGS).update();

        earlier.migrate();

        assertThat(texts(earlier, IN_ORDER.formatted("finding")))
                .hasSize(903)
                .isEqualTo(texts(earlier, IN_ORDER.formatted("earlier")));
        assertThat(texts(earlier, "select inbound_file || ' ' || place from finding_page order by inbound_file, place"))
                .containsExactly("1 1", "1 301", "1 601", "1 901", "2 1");
    }

    private static List<String> texts(EarlierSchemaDatabase database, String query) {
        return database.sql().sql(query).query(String.class).list();
    }
}
