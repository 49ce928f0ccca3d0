package jinbo.participant.staff;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import jinbo.accesslog.Actor;
import jinbo.participant.staff.AuthorizeCaller.Authorization;
import jinbo.participant.staff.RequestFiles.CheckedCopies;
import jinbo.reference.phone.Mobile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Confirms or refuses a request of another person. */
@Component
public record SecondPerson(
        Requests requests,
        RequestNumbers numbers,
        Persons persons,
        AuthorizeCaller authorizeCaller,
        TransactionTemplate transaction) {

    /** @param about the phone number that the request is about; it has been deleted from the stored request */
    public record Confirmed(Authorization authorization, Optional<Mobile> about) {}

    /**
     * Confirms a request and copies its files; the request can then be carried out at most once, with these copies.
     *
     * @param requireFit throws if something other than the role forbids the second person to confirm the request
     * @param known the phone number that the second person has entered, if any; it must be the one that the request is
     *     about
     * @throws StaffException if the request is not open, was made by the same person, is about another number, or its
     *     files have changed
     * @throws NotProvenException if the second person's identity is not proven
     * @throws NotPermittedException if one of the two people is not permitted
     */
    public Confirmed confirm(
            long id, IdentityClaim claim, Consumer<PersonName> requireFit, CheckedCopies copies, Optional<Mobile> known)
            throws IOException {
        Request request = requests.get(id);
        Person second = requireBoth(request, claim);
        Person first = persons.get(request.requestedBy());
        if (second.name().equals(request.requestedBy())) {
            throw refused(
                    second, request, claim, new StaffException(StaffError.SAME_PERSON, request.id(), second.name()));
        }
        try {
            requireFit.accept(second.name());
        } catch (RuntimeException e) {
            throw refused(second, request, claim, e);
        }
        if (known.isPresent()
                && !numbers.isAbout(request, known.get(), second.actor().of(claim.user()))) {
            throw refused(second, request, claim, new StaffException(StaffError.OTHER_NUMBER, request.id()));
        }
        int people = persons.count();
        try {
            copies.fill();
        } catch (StaffException e) {
            throw refused(second, request, claim, e);
        }
        Actor actor = first.actor().of(claim.user()).confirmedBy(second.name().value());
        Optional<Mobile> about = transaction.execute(status -> {
            persons.lockAuthorizations();
            requireBoth(request, claim);
            requests.confirm(request, second.name());
            return numbers.take(request, actor);
        });
        return new Confirmed(new Authorization(actor, people, false), about);
    }

    public Request refuse(long id, String reason, IdentityClaim claim) {
        Request request = requests.get(id);
        return transaction.execute(status -> {
            persons.lockAuthorizations();
            Person person = authorize(request, claim);
            return requests.refuse(requests.requireOpen(id), person.name(), reason);
        });
    }

    /** Checks both people. It is called before files are copied, and again in the transaction of the decision. */
    private Person requireBoth(Request request, IdentityClaim claim) {
        Person second = authorize(request, claim);
        requests.requireOpen(request.id());
        Person first = persons.get(request.requestedBy());
        if (!first.isActive()) {
            throw refused(
                    second, request, claim, new StaffException(StaffError.AUTHOR_REVOKED, request.id(), first.name()));
        }
        authorizeCaller.require(first, request.duty(), claim, commandOf(request));
        return second;
    }

    private Person authorize(Request request, IdentityClaim claim) {
        Person person = authorizeCaller.prove(request.duty(), claim, commandOf(request));
        authorizeCaller.require(person, request.duty(), claim, commandOf(request));
        return person;
    }

    private <E extends RuntimeException> E refused(Person second, Request request, IdentityClaim claim, E why) {
        authorizeCaller.refuse(
                second.actor().of(claim.user()), request.duty(), commandOf(request), String.valueOf(why.getMessage()));
        return why;
    }

    private static String commandOf(Request request) {
        return "confirm " + request.id();
    }
}
