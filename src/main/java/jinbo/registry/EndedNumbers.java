package jinbo.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds numbers that have ended: their blocks are over, and no later registration exists. Without a block, a number
 * ended on the day of its last registration. The gate to the numbers must be open on the connection.
 */
record EndedNumbers(Connection connection, LocalDate endedBy) {

    private static final String LAST_OF_PAGE = """
            with page (after, size) as (select ?::bigint, ?)
            select max(mobile) from (
                (select n.mobile
                 from page, (select distinct thousand from registration_page
                             where thousand >= ((select after from page) / 1000)::int order by thousand) t
                 cross join lateral (select distinct mobile from registration where thousand = t.thousand) n
                 where n.mobile > page.after order by t.thousand, n.mobile limit (select size from page))
                union
                select mobile
                from (select distinct (mobile / 1000)::int as thousand, mobile from registration_row
                      where (mobile / 1000)::int >= ((select after from page) / 1000)::int and mobile > (select after from page)
                      order by 1, 2 limit (select size from page)) words
                order by mobile limit (select size from page)) first
            """;

    private static final String FROM_TO = """
            (select distinct mobile from registration
             where mobile between ? and ? and thousand between (? / 1000)::int and (? / 1000)::int)
            """;

    private static final String THESE = "(select unnest(?) as mobile)";

    /** A page is small and the table of withdrawals may be large, so each registration is looked up there. */
    private static final String QUIET = """
            select r.mobile
            from %s n
            %s
            cross join lateral (select registered_on from registration_batch where id = r.batch offset 0) b
            left join lateral (select wb.registered_on from withdrawal w join registration_batch wb on wb.id = w.batch
                               where w.withdrawn_batch = r.batch and w.withdrawn_line = r.line offset 0) w on true
            group by r.mobile
            having max(greatest(b.registered_on, w.registered_on)) <= ?
            order by 1
            """;

    Page page(long after, int size) throws SQLException {
        long last = NumberSql.longs(connection, LAST_OF_PAGE, after, size).get(0);
        return last == 0 ? Page.END : new Page(last, ended(FROM_TO, after + 1, last, after + 1, last));
    }

    List<Long> among(List<Long> numbers) throws SQLException {
        return ended(THESE, NumberSql.bigints(numbers));
    }

    private List<Long> ended(String which, Object... parameters) throws SQLException {
        List<Object> all = new ArrayList<>(List.of(parameters));
        all.add(endedBy);
        String query = QUIET.formatted(which, RegistrationSql.NUMBER);
        return withoutBlock(NumberSql.longs(connection, query, all.toArray()));
    }

    private List<Long> withoutBlock(List<Long> numbers) throws SQLException {
        List<Long> ended = new ArrayList<>();
        int day = PackedInterval.day(endedBy);
        BlockPages.each(
                connection,
                numbers,
                (pages, some) -> some.stream()
                        .filter(mobile -> pages.of(Thousand.of(mobile)).stream()
                                .noneMatch(page -> page.has(Thousand.place(mobile))
                                        && PackedInterval.expiresOn(page.block(Thousand.place(mobile))) > day))
                        .forEach(ended::add));
        return ended;
    }

    /** Some thousand consecutive numbers up to {@code last}, and those of them to be erased. */
    record Page(long last, List<Long> ended) {

        static final Page END = new Page(Long.MAX_VALUE, List.of());

        Page {
            ended = List.copyOf(ended);
        }

        /** Without numbers, because messages must not contain any. */
        @Override
        public String toString() {
            return "a page of which " + ended.size() + " numbers have ended";
        }
    }
}
