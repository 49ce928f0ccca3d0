package jinbo.registry;

import jinbo.accesslog.AccessPermit;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;

/** Reads the registrations of one number. */
@Component
public record ReadNumberHistory(ReadOnlyNumberAccess numbers) {

    /** The history at one revision; without registrations if the registry does not know the number. */
    public NumberHistory of(AccessPermit permit, Mobile mobile) {
        return numbers.readSnapshot(permit, connection -> {
            KnownInsurers known = KnownInsurers.read(connection);
            try (NumberHistoryCursor cursor = NumberHistoryCursor.of(connection, known, mobile.value())) {
                return cursor.mobile() == mobile.value() ? cursor.next() : NumberHistory.ofUnknown(known.scopes());
            }
        });
    }
}
