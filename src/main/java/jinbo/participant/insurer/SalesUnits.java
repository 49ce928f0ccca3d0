package jinbo.participant.insurer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import jinbo.accesslog.DecisionRecords;
import jinbo.accesslog.RecordKind;
import jinbo.accesslog.RecordKind.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sales units of insurers: finds, adds, changes and closes them. */
@Component
public class SalesUnits {

    private static final RecordKind RECORD = RecordKind.of(
            "sales unit",
            Part.row(
                    "sales_unit",
                    "sales_unit.insurer || ' ' || sales_unit.code",
                    "insurer code name kind confidentiality_on:date added_at:time closed_at:time"));

    private static final String SELECT = """
            select insurer, code, name, kind, confidentiality_on as confidentiality_since, added_at, closed_at
            from sales_unit where insurer = ?
            """;

    private final JdbcClient jdbc;
    private final Insurers insurers;
    private final DecisionRecords records;

    SalesUnits(JdbcClient jdbc, Insurers insurers, DecisionRecords records) {
        this.jdbc = jdbc;
        this.insurers = insurers;
        this.records = records;
    }

    @Bean
    static RecordKind salesUnitRecord() {
        return RECORD;
    }

    /** Throws {@link InsurerException} if the insurer is unknown or has left, or the code was ever used for a unit. */
    @Transactional
    public SalesUnit add(SalesUnit unit) {
        insurers.lockNotLeft(unit.insurer());
        try {
            record(
                    unit.insurer(),
                    unit.code(),
                    () -> jdbc.sql("""
                    insert into sales_unit (insurer, code, name, kind, confidentiality_on, added_at) values (?, ?, ?, ?, ?, ?)
                    """)
                            .params(
                                    unit.insurer().value(),
                                    unit.code().value(),
                                    unit.name(),
                                    unit.kind().name(),
                                    unit.confidentialitySince().orElse(null),
                                    unit.addedAt().atOffset(ZoneOffset.UTC))
                            .update());
        } catch (DuplicateKeyException e) {
            throw new InsurerException(InsurerError.UNIT_EXISTS, unit.insurer(), unit.code());
        }
        return require(unit.insurer(), unit.code());
    }

    public Optional<SalesUnit> find(InsurerCode insurer, UnitCode code) {
        return jdbc.sql(SELECT + "and code = ?")
                .params(insurer.value(), code.value())
                .query(SalesUnit.class)
                .optional();
    }

    /** @throws InsurerException if the unit is unknown or closed */
    public SalesUnit requireOpen(InsurerCode insurer, UnitCode code) {
        SalesUnit unit = require(insurer, code);
        if (!unit.isOpen()) {
            throw new InsurerException(InsurerError.UNIT_CLOSED, insurer, code);
        }
        return unit;
    }

    public List<SalesUnit> of(InsurerCode insurer) {
        return jdbc.sql(SELECT + "order by code collate \"C\"")
                .param(insurer.value())
                .query(SalesUnit.class)
                .list();
    }

    @Transactional
    public SalesUnit agree(InsurerCode insurer, UnitCode code, LocalDate confidentiality) {
        requireOpen(insurer, code);
        record(
                insurer,
                code,
                () -> jdbc.sql("update sales_unit set confidentiality_on = ? where insurer = ? and code = ?")
                        .params(confidentiality, insurer.value(), code.value())
                        .update());
        return require(insurer, code);
    }

    /** Closes a unit. From now on, acknowledgements must not name it. If it is already closed, nothing changes. */
    @Transactional
    public SalesUnit close(InsurerCode insurer, UnitCode code, Instant at) {
        require(insurer, code);
        record(
                insurer,
                code,
                () -> jdbc.sql(
                                "update sales_unit set closed_at = coalesce(closed_at, ?) where insurer = ? and code = ?")
                        .params(at.atOffset(ZoneOffset.UTC), insurer.value(), code.value())
                        .update());
        return require(insurer, code);
    }

    private void record(InsurerCode insurer, UnitCode code, Runnable write) {
        records.record(RECORD, insurer.value() + " " + code.value(), write);
    }

    /** The unit, open or closed. If it is unknown, throws {@link InsurerException} with the known units. */
    public SalesUnit require(InsurerCode insurer, UnitCode code) {
        insurers.get(insurer);
        return find(insurer, code).orElseThrow(() -> {
            List<UnitCode> known = of(insurer).stream().map(SalesUnit::code).toList();
            return known.isEmpty()
                    ? new InsurerException(InsurerError.UNIT_UNKNOWN_NONE_YET, insurer, code)
                    : new InsurerException(InsurerError.UNIT_UNKNOWN, insurer, code, known);
        });
    }
}
