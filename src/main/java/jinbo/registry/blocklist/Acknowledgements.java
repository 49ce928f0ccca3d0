package jinbo.registry.blocklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jinbo.accesslog.Actor;
import jinbo.accesslog.DecisionRecords;
import jinbo.exchange.format.Ack;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Insurers' acknowledgements of block lists. Whoever has applied a list has applied all earlier lists, too. So the
 * newest acknowledgement is the last one for the highest sequence, even if one for a lower sequence came later.
 */
@Component
public record Acknowledgements(JdbcClient jdbc, DecisionRecords records) {

    private static final String WITH_UNITS = """
        select a.*, array(select u.unit from acknowledgement_unit u where u.inbound_file = a.inbound_file
                          order by u.unit collate "C") as units
        from acknowledgement a
        """;

    void record(long inboundFile, Ack ack, Instant receivedAt, boolean agrees) {
        records.record(
                ListRecords.ACKNOWLEDGEMENT,
                Long.toString(inboundFile),
                Actor.batch(),
                () -> write(inboundFile, ack, receivedAt, agrees));
    }

    private void write(long inboundFile, Ack ack, Instant receivedAt, boolean agrees) {
        jdbc.sql("""
            insert into acknowledgement (inbound_file, insurer, sequence, applied_at, received_at, entries, list_digest,
                                         agrees)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
                .params(
                        inboundFile,
                        ack.insurer().value(),
                        ack.sequence(),
                        ack.appliedAt().atOffset(ZoneOffset.UTC),
                        receivedAt.atOffset(ZoneOffset.UTC),
                        ack.entries(),
                        ack.listDigest(),
                        agrees)
                .update();
        jdbc.sql("insert into acknowledgement_unit (inbound_file, unit) select ?, unnest(?::text[])")
                .params(inboundFile, ack.units().stream().map(UnitCode::value).toArray(String[]::new))
                .update();
    }

    public Optional<Acknowledgement> newest(InsurerCode insurer) {
        return jdbc.sql(WITH_UNITS + "where a.insurer = ? order by a.sequence desc, a.inbound_file desc limit 1")
                .param(insurer.value())
                .query(Acknowledgements::acknowledgement)
                .optional();
    }

    /** For each sales unit, the newest acknowledgement that names it; other units are absent. */
    public Map<UnitCode, Acknowledgement> newestByUnit(InsurerCode insurer) {
        Map<UnitCode, Acknowledgement> newest = new TreeMap<>();
        jdbc.sql("""
            select newest.unit, a.* from (
                select distinct on (u.unit) u.unit, u.inbound_file
                from acknowledgement a join acknowledgement_unit u on u.inbound_file = a.inbound_file
                where a.insurer = ? order by u.unit, a.sequence desc, a.inbound_file desc) newest
            join (""" + WITH_UNITS + """
            ) a on a.inbound_file = newest.inbound_file
            """).param(insurer.value()).query((ResultSet row) -> {
            newest.put(new UnitCode(row.getString("unit")), acknowledgement(row, 0));
        });
        return newest;
    }

    /** The first acknowledgement of a list or of a later list. */
    public Optional<Acknowledgement> firstOf(InsurerCode insurer, int sequence) {
        return jdbc.sql(WITH_UNITS + "where a.insurer = ? and a.sequence >= ? order by a.inbound_file limit 1")
                .params(insurer.value(), sequence)
                .query(Acknowledgements::acknowledgement)
                .optional();
    }

    /** For each sales unit, the first acknowledgement of a list or a later one that names it; others are absent. */
    public Map<UnitCode, Acknowledgement> firstByUnit(InsurerCode insurer, int sequence) {
        Map<UnitCode, Acknowledgement> first = new TreeMap<>();
        jdbc.sql(WITH_UNITS + "where a.insurer = ? and a.sequence >= ? order by a.inbound_file")
                .params(insurer.value(), sequence)
                .query(Acknowledgements::acknowledgement)
                .list()
                .forEach(ack -> ack.units().forEach(unit -> first.putIfAbsent(unit, ack)));
        return first;
    }

    /** The first acknowledgement of a list, or of a later list, that agrees with the association's digest. */
    public Optional<ReceivedAcknowledgement> firstAgreeing(InsurerCode insurer, int sequence) {
        return jdbc.sql(WITH_UNITS
                        + "where a.insurer = ? and a.sequence >= ? and a.agrees order by a.inbound_file limit 1")
                .params(insurer.value(), sequence)
                .query((row, number) ->
                        new ReceivedAcknowledgement(row.getLong("inbound_file"), acknowledgement(row, number)))
                .optional();
    }

    private static Acknowledgement acknowledgement(ResultSet row, int number) throws SQLException {
        return new Acknowledgement(
                row.getInt("sequence"),
                row.getObject("applied_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("agrees"),
                Arrays.stream((String[]) row.getArray("units").getArray())
                        .map(UnitCode::new)
                        .toList());
    }

    public record ReceivedAcknowledgement(long inboundFile, Acknowledgement acknowledgement) {}

    /**
     * An acknowledgement of the list {@code sequence}.
     *
     * @param agrees true if the count and the digest of the entries are the association's
     * @param units the sales units that it names, sorted by code
     */
    public record Acknowledgement(
            int sequence, Instant appliedAt, Instant receivedAt, boolean agrees, List<UnitCode> units) {

        public Acknowledgement {
            units = List.copyOf(units);
        }
    }
}
