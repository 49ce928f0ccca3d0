package jinbo.registry;

import jinbo.accesslog.AccessPermit;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;

/** Reads the registrations of one number. */
@Component
public record ReadNumberHistory(ReadOnlyNumberAccess numbers) {

    /** Returns the history from one snapshot; for an unknown number, it has no registrations. */
    public NumberHistory of(AccessPermit permit, Mobile mobile) {
        return numbers.readSnapshot(permit, connection -> {
            KnownInsurers known = KnownInsurers.read(connection);
            try (NumberHistoryCursor cursor = NumberHistoryCursor.of(connection, known, mobile.value())) {
                return cursor.mobile() == mobile.value() ? cursor.next() : NumberHistory.ofUnknown(known.scopes());
            }
        });
    }
}
