package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Texts;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Column;
import jinbo.operator.console.ListView.Filter;
import jinbo.operator.console.ListView.Kind;
import jinbo.operator.console.ListView.Option;
import jinbo.operator.console.ListView.Row;
import jinbo.participant.operation.OperationCatalog;
import jinbo.participant.staff.Person;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.Requests;
import jinbo.participant.staff.SignIn;
import jinbo.participant.staff.SignedInPerson;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What takes two people: what waits for the reader, what the reader has asked for, and all that ever was. */
@ConsolePage
record RequestLists(
        Requests requests, PendingRequests pending, OperationCatalog catalog, SignIn signIn, Lists lists, Clock clock) {

    private static final String MINE = "mine";
    private static final String ALL = "all";

    private static final List<Column> COLUMNS = List.of(
            ListView.column("request"),
            ListView.column("request.what"),
            ListView.column("request.by"),
            ListView.column("request.at"),
            ListView.column("request.until"),
            ListView.column("status"));

    @GetMapping("/requests")
    Object show(@AuthenticationPrincipal SignedInPerson by, HttpServletRequest request, Locale locale, Model model) {
        ListQuery query = ListQuery.of(request);
        Person person = signIn.requireSignedIn(by);
        List<Request> found = switch (query.of("show")) {
            case MINE -> requests.newest(Optional.of(person.name()), query.limit(), query.offset());
            case ALL -> requests.newest(Optional.empty(), query.limit(), query.offset());
            default ->
                pending.of(person).stream()
                        .skip(query.offset())
                        .limit(query.limit())
                        .toList();
        };
        Texts texts = Texts.in(Language.of(locale));
        return lists.show(
                ListView.paged(
                        query,
                        "requests",
                        Lists.filters(Filter.of(
                                "show",
                                "page.requests",
                                Kind.TABS,
                                new Option("", "requests.for-me", ""),
                                new Option(MINE, "requests.by-me", ""),
                                new Option(ALL, "list.all", ""))),
                        COLUMNS,
                        found.stream().map(one -> row(one, texts)).toList()),
                model);
    }

    private Row row(Request request, Texts texts) {
        String id = Long.toString(request.id());
        return new Row(
                id,
                List.of(
                        Cell.text(id).to("/requests/" + id),
                        Cell.text(what(request, texts)).note(about(request)),
                        Cell.text(request.requestedBy().value()),
                        Cell.time(request.requestedAt(), clock.instant()),
                        Cell.time(request.expiresAt(), clock.instant()),
                        Cell.mark(
                                "request.state.", request.state(clock.instant()).name())));
    }

    /** What the handbook of commands says that it does; no command. */
    private String what(Request request, Texts texts) {
        String first = request.words().get(0);
        String name = catalog.find(first).isPresent() || request.words().size() < 2
                ? first
                : first + "." + request.words().get(1);
        String key = "jinbo." + name + ".usage.description.0";
        return texts.has(key) ? texts.of(key) : lists.message("request.older");
    }

    /** Codes and names that it is about. */
    private String about(Request request) {
        return request.words().stream()
                .skip(catalog.find(request.words().get(0)).isPresent() ? 1 : 2)
                .filter(word -> !word.startsWith("-"))
                .collect(Collectors.joining(" "));
    }

    /** The requests that somebody can confirm, as the second person. */
    record PendingRequests(Requests requests) {

        List<Request> of(Person person) {
            return requests.findPending().stream()
                    .filter(request -> request.decision().isEmpty()
                            && !request.requestedBy().equals(person.name())
                            && request.duty().roles().contains(person.role()))
                    .toList();
        }
    }
}
