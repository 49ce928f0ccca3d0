package jinbo.participant.staff;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jinbo.accesslog.Actor;
import jinbo.accesslog.ActorRole;
import jinbo.platform.ssh.SshPublicKey;

/** A member of the association's staff, with one role. */
public record Person(
        PersonName name,
        String fullName,
        Role role,
        SshPublicKey key,
        Instant addedAt,
        Optional<LocalDate> confidentialitySince,
        Optional<Instant> revokedAt) {

    public boolean isActive() {
        return revokedAt.isEmpty();
    }

    public boolean isBound(LocalDate day) {
        return confidentialitySince.filter(since -> !since.isAfter(day)).isPresent();
    }

    Actor actor() {
        return Actor.person(name.value(), ActorRole.valueOf(role.name()));
    }
}
