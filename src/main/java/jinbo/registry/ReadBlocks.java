package jinbo.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;

/** Reads blocks of a snapshot, page by page by rising number, as many as memory is to hold. */
final class ReadBlocks {

    private static final String PAGES =
            "select thousand, scope, blocks from block_page where thousand > ? order by thousand, scope";

    private static final int FETCH_ROWS = 500;

    private ReadBlocks() {}

    /**
     * @param connection in a transaction, else the driver would fetch all pages at once
     * @param above numbers up to this one are left out; the last of its thousand
     * @param most no thousand is begun after so many blocks
     */
    static SortedBlocks read(Connection connection, long above, int most) throws SQLException {
        SortedBlocks.Collecting collecting = new SortedBlocks.Collecting();
        int thousand = Thousand.of(above);
        try (PreparedStatement statement = connection.prepareStatement(PAGES)) {
            statement.setFetchSize(FETCH_ROWS);
            statement.setInt(1, thousand);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    int next = row.getInt(1);
                    if (next != thousand && collecting.count() >= most) {
                        return collecting.sorted(OptionalLong.of(Thousand.mobile(thousand, Thousand.NUMBERS - 1)));
                    }
                    thousand = next;
                    PackedBlocks blocks = collecting.of(row.getShort(2));
                    BlockPage.each(
                            thousand, row.getBytes(3), (mobile, block) -> blocks.add(PackedBlocks.pack(mobile, block)));
                }
            }
        }
        return collecting.sorted(OptionalLong.empty());
    }
}
