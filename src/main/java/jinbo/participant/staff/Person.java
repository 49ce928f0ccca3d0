package jinbo.participant.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.platform.ssh.SshPublicKey;

/**
 * Somebody at the association who acts.
 *
 * @param name the short name, used once for good
 * @param fullName as on the agreement
 * @param role what it may do
 * @param key by which it proves who it is
 * @param addedAt since when it is known
 * @param confidentialitySince first day of the confidentiality agreement, if there is one
 * @param revokedAt when it ceased to registration, if it did
 */
public record Person(
        PersonName name,
        String fullName,
        Role role,
        SshPublicKey key,
        Instant addedAt,
        Optional<LocalDate> confidentialitySince,
        Optional<Instant> revokedAt) {

    /** Whether it may act at all. */
    public boolean isActive() {
        return revokedAt.isEmpty();
    }

    /** Whether its confidentiality agreement is in force on a day. */
    public boolean isBound(LocalDate day) {
        return confidentialitySince.filter(since -> !since.isAfter(day)).isPresent();
    }

    /** As the access log tells it. */
    Actor actor() {
        return Actor.person(name.value(), role.inLog());
    }
}
