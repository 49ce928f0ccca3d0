package jinbo.registry;

import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;

/** Finds the number of a consumer's registration while that registration is the consumer's last. */
@Component
public record ConsumerRegistrationNumbers(ReadOnlyNumberAccess numbers) {

    /**
     * A release counts as well, because the number belongs to another person after it. Registrations in rows are
     * consumers'. {@code last_consumer_registration} is not enough, because a day may have two registrations.
     */
    private static final String STILL_LAST = """
            select w.mobile from registration_batch b
            cross join lateral (select mobile from registration_row where batch = b.id and mobile is not null limit 1) w
            where b.revision = ? and b.kind = 'CHOICE'
              and not exists (select from registration_row r join registration_batch later on later.id = r.batch
                              where (r.mobile / 1000)::int = (w.mobile / 1000)::int and r.mobile = w.mobile
                                and later.revision > b.revision)
            """;

    /** The number of a registration; empty if its consumer has a later one, or it was released or erased. */
    public Optional<Mobile> findIfLatest(AccessPermit permit, long revision) {
        return numbers.read(
                permit,
                connection -> NumberSql.longs(connection, STILL_LAST, revision).stream()
                        .findFirst()
                        .map(Mobile::new));
    }
}
