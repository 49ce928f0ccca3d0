package jinbo.registry;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;
import javax.sql.DataSource;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.LoggedRegistrations;
import jinbo.accesslog.NumberAccessTemplate;
import jinbo.accesslog.RegistrationDigest;
import jinbo.reference.phone.Mobile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Appends a consumer's choice as a batch of its own and derives the number's blocks anew, in the caller's transaction. */
@Component
record AppendConsumerRegistration(JdbcClient jdbc, AppendBatch append, RederiveBlocks rederive, DataSource dataSource) {

    /** @param block for insurers that did not have to keep quiet before; empty for nobody */
    record Result(long revision, Optional<Interval> block, LoggedRegistrations vouched) {}

    /** @param expiresOn the first day after the block, of a choice that names somebody */
    Result choice(
            AccessPermit permit, NewBatch batch, Mobile mobile, SortedSet<Short> scopes, LocalDate expiresOn) {
        if (scopes.isEmpty()) {
            return record(permit, batch, mobile, nobody(batch), BlockScopes.NOBODY);
        }
        Interval block = new Interval(batch.effectiveOn().orElseThrow(), expiresOn);
        return record(permit, batch, mobile, block, scopes.toArray(Short[]::new));
    }

    Result release(AccessPermit permit, NewBatch batch, Mobile mobile) {
        return record(permit, batch, mobile, nobody(batch), BlockScopes.NOBODY);
    }

    private static Interval nobody(NewBatch batch) {
        return new Interval(batch.registeredOn(), batch.registeredOn());
    }

    private Result record(AccessPermit permit, NewBatch batch, Mobile mobile, Interval block, Short... scopes) {
        RegistrationDigest digest = append.digest(batch.registeredOn());
        batch.begin(digest);
        NumberAccessTemplate.Announced announced = append.beginNumberAccess(permit);
        AppendBatch.BatchNumbers taken = append.appendNext(batch, scopes.length);
        // an upload that this waited for may be the first to name some lines together
        BlockScopes known = knownScopes();
        append.withNumberAccess(announced, () -> {
            int line = 0;
            for (short scope : scopes) {
                line++;
                jdbc.sql("""
                        insert into registration_row (batch, line, mobile, scope, effective_on, expires_on)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                        .params(taken.id(), line, mobile.value(), scope, block.effectiveOn(), block.expiresOn())
                        .update();
                digest.addChoice(
                        line,
                        mobile.value(),
                        scope,
                        block.effectiveOn().toEpochDay(),
                        block.expiresOn().toEpochDay());
            }
            rederive.ofNumber(mobile, taken.revision(), known);
        });
        boolean nobody = scopes[0] == BlockScopes.NOBODY;
        return new Result(
                taken.revision(),
                nobody ? Optional.empty() : Optional.of(block),
                new LoggedRegistrations(taken.id(), taken.revision(), scopes.length, digest.hex()));
    }

    private BlockScopes knownScopes() {
        try {
            return BlockScopes.read(DataSourceUtils.getConnection(dataSource));
        } catch (SQLException e) {
            throw new RegistryReadException("the numbers of insurers and lines", e);
        }
    }
}
