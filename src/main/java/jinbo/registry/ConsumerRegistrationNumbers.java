package jinbo.registry;

import java.util.Optional;
import jinbo.accesslog.AccessPermit;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;

/** Finds the number of a consumer's choice by its revision, if no later choice or release of the number exists. */
@Component
public record ConsumerRegistrationNumbers(ReadOnlyNumberAccess numbers) {

    /**
     * A release counts as a later registration as well, because the number then belongs to another person. {@code
     * registration_row} holds only registrations of consumers. {@code last_consumer_registration} is not enough,
     * because it has only the day, and there may be two registrations on a day.
     */
    static final String STILL_LAST = """
            select w.mobile from registration_batch b
            cross join lateral (select mobile from registration_row where batch = b.id and mobile is not null limit 1) w
            where b.revision = ? and b.kind = 'CHOICE'
              and not exists (select from registration_row r join registration_batch later on later.id = r.batch
                              where (r.mobile / 1000)::int = (w.mobile / 1000)::int and r.mobile = w.mobile
                                and later.revision > b.revision)
            """;

    /** The number of the choice with this revision; empty if it has a later choice, or was released or erased. */
    public Optional<Mobile> findIfLatest(AccessPermit permit, long revision) {
        return numbers.read(
                permit,
                connection -> NumberSql.longs(connection, STILL_LAST, revision).stream()
                        .findFirst()
                        .map(Mobile::new));
    }
}
