package jinbo.registry;

import java.nio.ByteBuffer;
import java.sql.Connection;
import jinbo.platform.copy.BinaryCopyWriter;

/**
 * Writes a batch of complaints, sorted by number, to {@code registration_page}. Each row is a page: the complaints
 * about a thousand consecutive numbers.
 */
final class RegistrationPageWriter {

    private static final String TABLE = "registration_page (batch, thousand, effective_on, places, registrations)";
    private static final int COLUMNS = 5;
    /** With at most so many complaints, a row fits into a PostgreSQL page of eight kibibytes. */
    static final int MAX_REGISTRATIONS = 500;

    static final int PLACE_BYTES = 2;
    static final int REGISTRATION_BYTES = Integer.BYTES + 4 * Short.BYTES;
    private static final int EXPIRES_ON_AT = Integer.BYTES + Short.BYTES;
    private static final int SCOPE_AT = EXPIRES_ON_AT + 2 * Short.BYTES;
    private static final int BITS_OF_A_BYTE = 5;
    private static final int SECOND_BYTE = 1 << 7;

    private final long batch;
    private final int effectiveOn;
    private final BinaryCopyWriter rows;
    private final ByteBuffer places = ByteBuffer.allocate(MAX_REGISTRATIONS * PLACE_BYTES);
    private final ByteBuffer registrations = ByteBuffer.allocate(MAX_REGISTRATIONS * REGISTRATION_BYTES);
    private int thousand = -1;

    /** @param effectiveOn the first day of all blocks; like all days in this class, in days since 2000-01-01 */
    RegistrationPageWriter(Connection connection, long batch, int effectiveOn) {
        this.batch = batch;
        this.effectiveOn = effectiveOn;
        this.rows = new BinaryCopyWriter(connection, TABLE, COLUMNS, places.capacity() + registrations.capacity());
    }

    void add(long mobile, int line, int complainedOn, int expiresOn, short complaint, short scope) {
        if (Thousand.of(mobile) != thousand || !registrations.hasRemaining()) {
            endPage();
            thousand = Thousand.of(mobile);
        }
        int place = Thousand.place(mobile);
        places.put((byte) (place >> BITS_OF_A_BYTE)).put((byte) (SECOND_BYTE | place & (1 << BITS_OF_A_BYTE) - 1));
        registrations
                .putInt(line)
                .putShort((short) complainedOn)
                .putShort((short) expiresOn)
                .putShort(complaint)
                .putShort(scope);
    }

    void flush() {
        endPage();
        rows.flush();
    }

    static int place(ByteBuffer places, int registration) {
        return (places.get(registration * PLACE_BYTES) & 0xFF) << BITS_OF_A_BYTE
                | places.get(registration * PLACE_BYTES + 1) & (1 << BITS_OF_A_BYTE) - 1;
    }

    static int expiresOn(ByteBuffer registrations, int registration) {
        return registrations.getShort(registration * REGISTRATION_BYTES + EXPIRES_ON_AT);
    }

    static short scope(ByteBuffer registrations, int registration) {
        return registrations.getShort(registration * REGISTRATION_BYTES + SCOPE_AT);
    }

    private void endPage() {
        if (registrations.position() > 0) {
            rows.row().add(batch).add(thousand).add(effectiveOn).add(places).add(registrations);
            places.clear();
            registrations.clear();
        }
    }
}
