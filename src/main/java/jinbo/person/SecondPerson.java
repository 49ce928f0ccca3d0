package jinbo.person;

import java.io.IOException;
import jinbo.accesslog.Actor;
import org.springframework.stereotype.Component;

/** The second pair of eyes: confirms or refuses what another person has asked for. */
@Component
public class SecondPerson {

    private final Requests requests;
    private final Persons persons;
    private final MayAct mayAct;

    SecondPerson(Requests requests, Persons persons, MayAct mayAct) {
        this.requests = requests;
        this.persons = persons;
        this.mayAct = mayAct;
    }

    /**
     * Confirms a request; from then on it is carried out, once or not at all.
     *
     * @param copies of its files; they are taken here, and it is to be carried out over them
     * @return on whose word
     * @throws RequestException if it does not wait, is the confirming person's own, or its files have been changed
     * @throws NotProvenException if it is not proven who confirms
     * @throws NotPermittedException if one of the two may not
     * @throws IOException if the copies cannot be written; it still waits then
     */
    public Standing confirm(long id, Claim claim, CheckedCopies copies) throws IOException {
        Request request = requests.get(id);
        Person second = judged(request, claim);
        Person first = persons.get(request.requestedBy());
        requests.requireOpen(id);
        if (!first.isActive()) {
            throw refused(second, request, new RequestException.AuthorGone(request));
        }
        mayAct.require(first, request.duty(), wordsOf(request));
        if (second.name().equals(request.requestedBy())) {
            throw refused(second, request, new RequestException.SamePerson(request));
        }
        int people = persons.count();
        try {
            copies.take();
        } catch (RequestException.FileChanged e) {
            throw refused(second, request, e);
        }
        requests.confirm(request, second.name());
        Actor actor = first.actor().confirmedBy(second.name().value());
        return new Standing(actor, people, false);
    }

    /**
     * Refuses a request, or withdraws one's own.
     *
     * @param reason why, without numbers
     */
    public Request refuse(long id, String reason, Claim claim) {
        Request request = requests.get(id);
        Person person = judged(request, claim);
        return requests.refuse(requests.requireOpen(id), person.name(), reason);
    }

    private Person judged(Request request, Claim claim) {
        Person person = mayAct.prove(request.duty(), claim, wordsOf(request));
        mayAct.require(person, request.duty(), wordsOf(request));
        return person;
    }

    private RequestException refused(Person second, Request request, RequestException why) {
        mayAct.refuse(second.actor(), request.duty(), wordsOf(request), why.getMessage());
        return why;
    }

    private static String wordsOf(Request request) {
        return "confirm " + request.id();
    }
}
