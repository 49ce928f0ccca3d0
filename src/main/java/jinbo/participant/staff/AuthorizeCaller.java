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
 * Authorizes people for operations; a refusal becomes an entry of the access log. While nobody is registered as staff
 * and the database is the home's own, everybody who can open the home is authorized, for demonstrations and the first
 * hours of an installation.
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

    private static final int LONGEST_REFUSED = 1_000;

    /** @param words the command line, without reasons and phone numbers */
    public Authorization authorize(Duty duty, IdentityClaim claim, String words) {
        int people = persons.count();
        if (!duty.requiresIdentity()) {
            return new Authorization(Actor.commandLine(claim.user()), people, false);
        }
        if (people == 0) {
            requireUnregisteredUse(duty, claim, words);
            return new Authorization(Actor.commandLine(claim.user()), people, false);
        }
        Person person = prove(duty, claim, words);
        require(person, duty, claim, words);
        return new Authorization(person.actor().of(claim.user()), people, fourEyes.areRequiredFor(duty, people));
    }

    /** Repeats the authorization in the transaction of a decision. Until it ends, no person can be revoked. */
    public void authorizeAgain(Duty duty, IdentityClaim claim, String words) {
        persons.lockAuthorizations();
        authorize(duty, claim, words);
    }

    Person prove(Duty duty, IdentityClaim claim, String words) {
        try {
            return verifyIdentity.of(claim);
        } catch (NotProvenException e) {
            throw refused(e, duty, words, claim);
        }
    }

    void require(Person person, Duty duty, IdentityClaim claim, String words) {
        try {
            requirePermission(person, duty);
        } catch (NotPermittedException e) {
            refuse(person.actor().of(claim.user()), duty, beginning(words), e.getMessage());
            throw e;
        }
    }

    private NotProvenException refused(NotProvenException why, Duty duty, String words, IdentityClaim claim) {
        refuseUnproven(duty, words, claim.name().flatMap(persons::findByInput), claim.user(), why);
        return why;
    }

    /** Records a failed proof of identity. Input that is not the name of a person is not recorded. */
    void refuseUnproven(Duty duty, String words, Optional<Person> claimed, String user, NotProvenException why) {
        String whom = claimed.map(person -> person.name().value()).orElse("nobody registered");
        refuse(
                Actor.commandLine(user),
                duty,
                beginning(words) + ", claimed: " + whom,
                why.error().name());
    }

    void refuse(Actor actor, Duty duty, String words, String why) {
        accessLog.refuse(new Access(actor, duty.action(), duty.name(), Optional.empty(), words), why);
    }

    /** The words for the entry of a refusal, which stays for ever although nobody was authorized for it. */
    private static String beginning(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST_REFUSED
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_REFUSED)) + "...";
    }

    private void requireUnregisteredUse(Duty duty, IdentityClaim claim, String words) {
        if (duty != Duty.ADMIT_PEOPLE && database == DatabaseKind.SHARED) {
            throw refused(new NotProvenException(NotProvenError.NOBODY_REGISTERED), duty, words, claim);
        }
        if (!claim.isOfProcess() || duty == Duty.ADMIT_PEOPLE && !ownsHome()) {
            throw refused(new NotProvenException(NotProvenError.NOT_THE_OWNER), duty, words, claim);
        }
    }

    /** Compares the owner of the home with that of a new file, because forms of user names differ between systems. */
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

    /** Checks the role, and the confidentiality agreement if the duty discloses numbers (rule 8). */
    private void requirePermission(Person person, Duty duty) {
        if (!duty.roles().contains(person.role())) {
            throw new NotPermittedException(StaffError.ROLE_NOT_PERMITTED, person.name(), person.role(), duty.roles());
        }
        if (duty.disclosesNumbers() && !person.isBound(BusinessTime.today(clock))) {
            throw new NotPermittedException(StaffError.NO_CONFIDENTIALITY_AGREEMENT, person.name());
        }
    }

    /** @param people how many people were registered at the time of the authorization */
    public record Authorization(Actor actor, int people, boolean needsSecondPerson) {

        /** True if decisions get entries of their own in the access log: as soon as anybody is registered. */
        public boolean isRecorded() {
            return people > 0;
        }
    }
}
