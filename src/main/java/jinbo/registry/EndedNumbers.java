package jinbo.registry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks which numbers have ended: all blocks of theirs are over, and nothing was registered about them since either. A number
 * that was cancelled, released or wholly withdrawn has no block; it ended on the day of that registration. The gate to the numbers must
 * be open on the connection.
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

    /** A page is small, and the table of withdrawals may not be: so each registration's is looked up. */
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

    /** @param after the page begins behind this number */
    Page page(long after, int size) throws SQLException {
        long last;
        try (PreparedStatement statement = connection.prepareStatement(LAST_OF_PAGE)) {
            statement.setLong(1, after);
            statement.setInt(2, size);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                last = row.getLong(1);
            }
        }
        return last == 0 ? Page.END : new Page(last, ended(FROM_TO, after + 1, last, after + 1, last));
    }

    List<Long> among(List<Long> numbers) throws SQLException {
        return ended(THESE, connection.createArrayOf("bigint", numbers.toArray()));
    }

    private List<Long> ended(String which, Object... parameters) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(QUIET.formatted(which, RegistrationSql.NUMBER))) {
            int place = 1;
            for (Object parameter : parameters) {
                if (parameter instanceof Array array) {
                    statement.setArray(place++, array);
                } else {
                    statement.setObject(place++, parameter);
                }
            }
            statement.setObject(place, endedBy);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
        }
        return withoutBlock(numbers);
    }

    /** Those of which no block goes beyond the day. */
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

    /**
     * Some thousand numbers in a row, and which of them have ended.
     *
     * @param last the page ends with it; the next begins behind
     * @param ended the numbers of the page that are to be erased
     */
    record Page(long last, List<Long> ended) {

        static final Page END = new Page(Long.MAX_VALUE, List.of());

        Page {
            ended = List.copyOf(ended);
        }

        /** A toString of its own: numbers stand in no message. */
        @Override
        public String toString() {
            return "a page of which " + ended.size() + " numbers have ended";
        }
    }
}
