package jinbo.participant.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Clock;
import java.util.Optional;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessLog;
import jinbo.accesslog.Actor;
import jinbo.platform.home.DatabaseKind;
import jinbo.platform.home.Home;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.stereotype.Component;

/**
 * Says by whose decision a command is carried out, or that it is not; a refusal is an entry of the access log.
 *
 * <p>Where nobody is registered and the database is the home's own, whoever can open the home acts, under the name that the
 * operating system knows: a demonstration, or the first hours of an installation.
 */
@Component
public record AuthorizeCaller(
        Persons persons,
        VerifyIdentity verifyIdentity,
        FourEyes fourEyes,
        DatabaseKind database,
        AccessLog accessLog,
        Home home,
        Clock clock) {

    /**
     * @param words the command, without reasons and numbers
     * @throws NotProvenException if it is not proven who acts
     * @throws NotPermittedException if that person may not
     */
    public Authorization authorize(Duty duty, IdentityClaim identityClaim, String words) {
        int people = persons.count();
        if (!duty.requiresIdentity()) {
            return new Authorization(Actor.commandLine(identityClaim.user()), people, false);
        }
        if (people == 0) {
            requireBeginning(duty, identityClaim, words);
            return new Authorization(Actor.commandLine(identityClaim.user()), people, false);
        }
        Person person = prove(duty, identityClaim, words);
        require(person, duty, identityClaim, words);
        return new Authorization(
                person.actor().of(identityClaim.user()), people, fourEyes.areRequiredFor(duty, people));
    }

    /**
     * Asks again in the transaction that decides: since {@link #authorize} the person may have been revoked, and until that
     * transaction ends nobody is.
     */
    public void authorizeAgain(Duty duty, IdentityClaim identityClaim, String words) {
        persons.holdStanding();
        authorize(duty, identityClaim, words);
    }

    /** Who somebody is; if that is not proven, it is recorded as a claim. */
    Person prove(Duty duty, IdentityClaim identityClaim, String words) {
        try {
            return verifyIdentity.of(identityClaim);
        } catch (NotProvenException e) {
            refuseUnproven(duty, words, identityClaim, e);
            throw e;
        }
    }

    /** Whether a person may; if not, that is recorded under its name. */
    void require(Person person, Duty duty, IdentityClaim identityClaim, String words) {
        try {
            requirePermission(person, duty);
        } catch (NotPermittedException e) {
            refuse(person.actor().of(identityClaim.user()), duty, words, e.getMessage());
            throw e;
        }
    }

    /**
     * Records under the name of the operating system's user that somebody has not proven who it is.
     *
     * @param claimed the registered person that it claimed to be; what else was typed as a name may be anything, and is told nowhere
     */
    void refuseUnproven(Duty duty, String words, Optional<Person> claimed, NotProvenException why) {
        refuseUnproven(duty, words, claimed, Actor.commandLine(), why);
    }

    private void refuseUnproven(Duty duty, String words, IdentityClaim identityClaim, NotProvenException why) {
        refuseUnproven(duty, words, claimed(identityClaim), Actor.commandLine(identityClaim.user()), why);
    }

    private void refuseUnproven(
            Duty duty, String words, Optional<Person> claimed, Actor actor, NotProvenException why) {
        String whom = claimed.map(person -> person.name().value()).orElse("nobody registered");
        refuse(actor, duty, words + ", claimed: " + whom, why.error().name());
    }

    private Optional<Person> claimed(IdentityClaim identityClaim) {
        return identityClaim.name().flatMap(persons::findAnyName);
    }

    void refuse(Actor actor, Duty duty, String words, String why) {
        accessLog.refuse(new Access(actor, duty.action(), duty.name(), Optional.empty(), words), why);
    }

    private void requireBeginning(Duty duty, IdentityClaim identityClaim, String words) {
        if (duty != Duty.ADMIT_PEOPLE && database == DatabaseKind.SHARED) {
            NotProvenException nobody = new NotProvenException(NotProvenError.NOBODY_REGISTERED);
            refuseUnproven(duty, words, identityClaim, nobody);
            throw nobody;
        }
        if (!identityClaim.isOfProcess() || duty == Duty.ADMIT_PEOPLE && !ownsHome()) {
            NotProvenException stranger = new NotProvenException(NotProvenError.NOT_THE_OWNER);
            refuseUnproven(duty, words, identityClaim, stranger);
            throw stranger;
        }
    }

    /**
     * Whether the program runs as the owner of the home; asked of a new file, because user names are not the same
     * everywhere.
     */
    private boolean ownsHome() {
        try {
            Path mine = Files.createTempFile(home.requests(), "owner", ".tmp");
            try {
                UserPrincipal me = Files.getOwner(mine);
                return Files.getOwner(home.root()).equals(me);
            } finally {
                Files.delete(mine);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The owner cannot be determined: " + home.root(), e);
        }
    }

    /**
     * What a person may: by its role, and by its confidentiality agreement where numbers are seen (rule 8). @throws
     * NotPermittedException if the person may not
     */
    private void requirePermission(Person person, Duty duty) {
        if (!duty.roles().contains(person.role())) {
            throw new NotPermittedException(StaffError.ROLE_NOT_PERMITTED, person.name(), person.role(), duty.roles());
        }
        if (duty.disclosesNumbers() && !person.isBound(BusinessTime.dateOf(clock.instant()))) {
            throw new NotPermittedException(StaffError.NO_CONFIDENTIALITY_AGREEMENT, person.name());
        }
    }

    /**
     * By whose decision a command is carried out.
     *
     * @param people how many people there were when that was judged
     * @param needsSecondPerson whether the command is not carried out yet, but asked for
     */
    public record Authorization(Actor actor, int people, boolean needsSecondPerson) {

        /** Whether each decision that takes two has entries of its own in the access log: as soon as there are people. */
        public boolean isRecorded() {
            return people > 0;
        }
    }
}
