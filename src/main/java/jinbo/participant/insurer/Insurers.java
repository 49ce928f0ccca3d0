package jinbo.participant.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.accesslog.DecisionRecords;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The insurers that take part. */
@Component
public class Insurers {

    private final JdbcClient jdbc;
    private final InsurerStatusHistory standings;
    private final DecisionRecords records;

    Insurers(JdbcClient jdbc, InsurerStatusHistory standings, DecisionRecords records) {
        this.jdbc = jdbc;
        this.standings = standings;
        this.records = records;
    }

    /**
     * Adds an insurer; it has no agreements and no certificate yet.
     *
     * @throws InsurerException.Exists if the code is taken
     * @throws InsurerException.DropShared if the address of its drop is that of another insurer that has not left
     */
    @Transactional
    public Insurer add(InsurerCode code, String name, Sector sector, DropLocation drop, Instant joinedAt) {
        refuseSharedDrop(code, drop, other -> other.departure().isEmpty());
        try {
            records.record(InsurerRecords.INSURER, code.value(), () -> {
                jdbc.sql("""
                    insert into insurer (code, name, sector, joined_at, drop_url, drop_keys)
                    values (?, ?, ?, ?, ?, ?)
                    """)
                        .params(
                                code.value(),
                                name,
                                sector.name(),
                                joinedAt.atOffset(ZoneOffset.UTC),
                                InsurerRow.url(drop),
                                InsurerRow.keys(drop))
                        .update();
                standings.append(code, InsurerStatusEvent.joined(joinedAt));
            });
        } catch (DuplicateKeyException e) {
            throw new InsurerException.Exists(code);
        }
        return get(code);
    }

    /**
     * @throws InsurerException.Unknown if there is none, naming those that exist
     */
    public Insurer get(InsurerCode code) {
        return find(code)
                .orElseThrow(() -> new InsurerException.Unknown(
                        code, all().stream().map(Insurer::code).toList()));
    }

    /** The insurer of this code, if there is one. */
    public Optional<Insurer> find(InsurerCode code) {
        return jdbc.sql("select * from insurer where code = ?")
                .param(code.value())
                .query(InsurerRow::read)
                .optional();
    }

    /** All insurers, in order of their codes. */
    public List<Insurer> all() {
        return jdbc.sql("select * from insurer order by code")
                .query(InsurerRow::read)
                .list();
    }

    /**
     * The other insurers with whom files are exchanged and whose drop has the same address as this one's, by what is recorded
     * and not by what names lead to: so that no insurer stops another by an entry of its name service.
     */
    public List<InsurerCode> sharingDropOf(Insurer insurer) {
        return insurer.isActive() ? at(insurer.code(), insurer.drop(), Insurer::isActive) : List.of();
    }

    private List<InsurerCode> at(InsurerCode code, DropLocation drop, Predicate<Insurer> others) {
        return drop instanceof DropLocation.Remote remote
                ? all().stream()
                        .filter(other -> !other.code().equals(code) && others.test(other))
                        .filter(other -> other.drop() instanceof DropLocation.Remote theirs
                                && theirs.place().equals(remote.place()))
                        .map(Insurer::code)
                        .toList()
                : List.of();
    }

    /** Two that come at the same time see each other. */
    private void refuseSharedDrop(InsurerCode code, DropLocation drop, Predicate<Insurer> others) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('jinbo.insurer.drop', 0)) is null")
                .query(Boolean.class)
                .single();
        at(code, drop, others).stream().findFirst().ifPresent(other -> {
            throw InsurerException.DropShared.refused(code, other, "it has the same address");
        });
    }

    /** The sector of each insurer that there ever was, by the small number that stands for it in bulk tables. */
    public Map<Short, Sector> sectors() {
        return jdbc
                .sql("select scope, sector from insurer")
                .query((row, number) -> Map.entry(row.getShort(1), Sector.valueOf(row.getString(2))))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Records by which service number consumers know an insurer, instead of any that was recorded before.
     *
     * @throws InsurerException.Unknown if there is no such insurer
     * @throws InsurerException.HasLeft if it has left
     */
    @Transactional
    public Insurer describe(InsurerCode code, ServiceNumber serviceNumber) {
        lockActive(code);
        records.record(
                InsurerRecords.INSURER,
                code.value(),
                () -> jdbc.sql("update insurer set service_number = ? where code = ?")
                        .params(serviceNumber.digits(), code.value())
                        .update());
        return get(code);
    }

    /**
     * Records since when an insurer is bound by the two agreements; an end that was recorded before counts no longer.
     *
     * @param at now
     * @throws InsurerException.HasLeft if it has left
     */
    @Transactional
    public Insurer agree(InsurerCode code, LocalDate selfDiscipline, LocalDate confidentiality, Instant at) {
        Insurer insurer = lockActive(code);
        standings.change(insurer, InsurerStatusEvent.agreed(at, Agreements.since(selfDiscipline, confidentiality)));
        return get(code);
    }

    /**
     * Stops the exchange with an insurer.
     *
     * @param at now
     * @throws InsurerException.HasLeft if it has left
     */
    @Transactional
    public Insurer suspend(InsurerCode code, Instant at) {
        Insurer insurer = lockActive(code);
        if (insurer.suspendedAt().isEmpty()) {
            standings.change(insurer, InsurerStatusEvent.suspended(at));
        }
        return get(code);
    }

    /**
     * Takes the exchange with a suspended insurer up again; what lies on its drop is fetched by the next run.
     *
     * @param at now
     * @throws InsurerException.HasLeft if it has left
     * @throws InsurerException.DropShared if the address of its drop is that of another insurer with whom files are exchanged
     */
    @Transactional
    public Insurer resume(InsurerCode code, Instant at) {
        Insurer insurer = lockActive(code);
        if (insurer.suspendedAt().isPresent()) {
            refuseSharedDrop(code, insurer.drop(), Insurer::isActive);
            standings.change(insurer, InsurerStatusEvent.resumed(at));
        }
        return get(code);
    }

    /**
     * An insurer that takes part, whether suspended or not.
     *
     * @throws InsurerException.HasLeft if it has left
     */
    Insurer requireActive(InsurerCode code) {
        Insurer insurer = get(code);
        if (insurer.departure().isPresent()) {
            throw new InsurerException.HasLeft(insurer);
        }
        return insurer;
    }

    /**
     * The same, as nobody else can change it until the transaction ends.
     *
     * @throws InsurerException.HasLeft if it has left
     */
    Insurer lockActive(InsurerCode code) {
        lock(code);
        return requireActive(code);
    }

    /** Lets nobody else change these insurers until the transaction ends; always in the same order, so that nobody waits for ever. */
    void lock(InsurerCode... codes) {
        jdbc.sql("select code from insurer where code = any (?) order by code for no key update")
                .param(Stream.of(codes).map(InsurerCode::value).toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
