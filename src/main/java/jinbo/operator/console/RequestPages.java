package jinbo.operator.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jinbo.batch.collect.HeldFiles;
import jinbo.cases.CaseNumber;
import jinbo.operator.answer.Language;
import jinbo.operator.answer.Texts;
import jinbo.operator.cases.EvidenceSheet;
import jinbo.operator.console.CasePages.OpenedEvidence;
import jinbo.operator.console.FilePages.FileFindings;
import jinbo.operator.console.ListView.Cell;
import jinbo.operator.console.ListView.Filter;
import jinbo.operator.console.ListView.Kind;
import jinbo.operator.console.ListView.Layout;
import jinbo.operator.console.ListView.Option;
import jinbo.operator.console.ListView.Row;
import jinbo.operator.console.PageFormat.RelativeTime;
import jinbo.operator.request.RequestOperations.ConfirmRequest;
import jinbo.operator.request.RequestOperations.RefuseRequest;
import jinbo.operator.request.RequestOperations.RequestSheet;
import jinbo.operator.request.RequestOperations.ShowRequest;
import jinbo.participant.operation.OperationCatalog;
import jinbo.participant.operation.Outline;
import jinbo.participant.operation.Reason;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.Person;
import jinbo.participant.staff.PersonName;
import jinbo.participant.staff.Persons;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.Requests;
import jinbo.participant.staff.SignIn;
import jinbo.participant.staff.SignedInPerson;
import jinbo.participant.staff.StaffException;
import jinbo.registry.inbound.Findings;
import jinbo.registry.inbound.InboundFile;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of requests, and a page for each request, on which a second person confirms or refuses it. */
@ConsolePage
@RequestMapping("/requests")
record RequestPages(
        Requests requests,
        PendingRequests pending,
        RequestSubjects subjects,
        OperationCatalog catalog,
        OpenedEvidence opened,
        SignIn signIn,
        Lists lists,
        PageOperations operations,
        Clock clock) {

    private static final String MINE = "mine";
    private static final String ALL = "all";

    private static final Layout LAYOUT = new Layout(
            "requests",
            ListView.column("request"),
            ListView.column("request.what"),
            ListView.column("request.by"),
            ListView.column("request.at"),
            ListView.column("request.until"),
            ListView.column("status"));

    @GetMapping
    Object list(@AuthenticationPrincipal SignedInPerson by, HttpServletRequest request, Locale locale, Model model) {
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
        long mine = requests.findPending().stream()
                .filter(one -> one.decision().isEmpty() && one.requestedBy().equals(person.name()))
                .count();
        return lists.show(
                LAYOUT.page(
                        query,
                        List.of(Filter.of(
                                "show",
                                "page.requests",
                                Kind.TABS,
                                new Option("", "requests.for-me")
                                        .counted(pending.of(person).size()),
                                new Option(MINE, "requests.by-me").counted(mine),
                                new Option(ALL, "list.all"))),
                        found.stream().map(one -> row(one, texts)).toList()),
                model);
    }

    private Row row(Request request, Texts texts) {
        String id = Long.toString(request.id());
        return new Row(
                id,
                Cell.text(id).to("/requests/" + id),
                Cell.text(description(request, texts)).note(about(request)),
                Cell.text(request.requestedBy().value()),
                Cell.time(request.requestedAt(), clock.instant()),
                Cell.time(request.expiresAt(), clock.instant()),
                Cell.mark("request.state.", request.state(clock.instant()).name()));
    }

    private String description(Request request, Texts texts) {
        String key = "jinbo." + subjects.useCase(request, ".") + ".usage.description.0";
        return texts.has(key) ? texts.of(key) : lists.message("request.older");
    }

    /** Returns the arguments of the request's command, without its options. */
    private String about(Request request) {
        return request.words().stream()
                .skip(catalog.find(request.words().get(0)).isPresent() ? 1 : 2)
                .filter(word -> !word.startsWith("-"))
                .collect(Collectors.joining(" "));
    }

    @GetMapping("/{id}")
    String show(
            @AuthenticationPrincipal SignedInPerson by,
            HttpSession session,
            Locale locale,
            @PathVariable long id,
            Model model) {
        Request request = find(id);
        Request.State state = request.state(clock.instant());
        PageAnswer sheet = operations.execute(() -> new ShowRequest(id));
        Optional<DecisionOfCase> decided = decision(sheet);
        model.addAttribute("id", id);
        model.addAttribute("asks", subjects.useCase(request, "-"));
        model.addAttribute("by", subjects.name(request.requestedBy()));
        model.addAttribute("state", state.name());
        model.addAttribute("open", state == Request.State.OPEN);
        model.addAttribute("own", request.requestedBy().value().equals(by.name()));
        model.addAttribute("aboutNumber", request.words().contains("***"));
        model.addAttribute("duty", request.duty().name());
        model.addAttribute("reason", request.reason().orElse(PageFormat.NOTHING));
        model.addAttribute("at", RelativeTime.of(request.requestedAt(), clock.instant()));
        model.addAttribute("until", RelativeTime.of(request.expiresAt(), clock.instant()));
        model.addAttribute("about", about(request));
        model.addAttribute("files", request.files());
        model.addAttribute("decision", request.decision().orElse(null));
        model.addAttribute(
                "decidedBy",
                request.decision().map(decision -> subjects.name(decision.by())).orElse(""));
        model.addAttribute("decidedAt", PageFormat.time(request.decision().map(Request.Decision::at)));
        model.addAttribute(
                "failure",
                PageFormat.recorded(
                        request.result().flatMap(Request.Result::detail).orElse("")));
        model.addAttribute(
                "concern",
                sheet.result(RequestSheet.class)
                        .flatMap(known -> subjects.of(known, locale))
                        .orElse(null));
        model.addAttribute("decidedCase", decided.orElse(null));
        model.addAttribute(
                "evidence",
                decided.flatMap(known -> known.openedIn(session, opened))
                        .map(known -> opened.shown(known, locale))
                        .orElse(null));
        model.addAttribute(
                "evidenceDiffers",
                decided.flatMap(known -> opened.find(session, known.number())).isPresent());
        model.addAttribute(
                "outdated",
                state == Request.State.OPEN
                        && sheet.result(RequestSheet.class)
                                .filter(known -> known.would().isEmpty())
                                .isPresent());
        model.addAttribute("faults", sheet.end() == PageAnswer.End.NOT_DONE ? sheet.parts() : List.of());
        return "request";
    }

    /** Confirms a request. Only a person who has opened the evidence confirms that a case is decided on it. */
    @PostMapping("/{id}/confirm")
    String confirm(
            @AuthenticationPrincipal SignedInPerson by,
            HttpSession session,
            @PathVariable long id,
            @RequestParam Optional<FormValue> number) {
        Request request = find(id);
        String page = "/requests/" + id;
        // the operation itself refuses all others
        if (request.duty() == Duty.DECIDE_CASES && pending.isFor(request, signIn.requireSignedIn(by))) {
            Optional<PageAnswer> unread = evidenceNotOpened(request, session);
            if (unread.isPresent()) {
                PageOperations.keepForNextPage(unread.get());
                return "redirect:" + page;
            }
        }
        return operations.submit(
                page, () -> new ConfirmRequest(Optional.of(id), number.flatMap(FormValue::findNumber)));
    }

    private Optional<PageAnswer> evidenceNotOpened(Request request, HttpSession session) {
        PageAnswer sheet = operations.execute(() -> new ShowRequest(request.id()));
        if (sheet.end() == PageAnswer.End.NOT_DONE) {
            return Optional.of(sheet);
        }
        boolean canBeConfirmed = request.state(clock.instant()) == Request.State.OPEN
                && request.operation().isPresent();
        return canBeConfirmed
                        && decision(sheet)
                                .flatMap(decided -> decided.openedIn(session, opened))
                                .isEmpty()
                ? Optional.of(lists.failure("request.evidence-first"))
                : Optional.empty();
    }

    private static Optional<DecisionOfCase> decision(PageAnswer sheet) {
        return sheet.result(RequestSheet.class).flatMap(RequestSheet::would).flatMap(DecisionOfCase::of);
    }

    /** The case that a request would decide, and the hash of the evidence that its author has read. */
    public record DecisionOfCase(CaseNumber number, String sha256) {

        static Optional<DecisionOfCase> of(Outline would) {
            return would.key().equals("case-decide")
                    ? CaseNumber.typed(would.arguments().get(0))
                            .map(number ->
                                    new DecisionOfCase(number, would.arguments().get(3)))
                    : Optional.empty();
        }

        /** Returns this evidence if the person who has signed in has opened it in this session. */
        Optional<EvidenceSheet> openedIn(HttpSession session, OpenedEvidence opened) {
            return opened.find(session, number).filter(sheet -> sheet.sha256().equals(sha256));
        }
    }

    @PostMapping("/{id}/refuse")
    String refuse(@PathVariable long id, @RequestParam FormValue reason) {
        return operations.submit("/requests/" + id, () -> new RefuseRequest(id, reason.as(Reason.class)));
    }

    private Request find(long id) {
        try {
            return requests.get(id);
        } catch (StaffException unknown) {
            throw new NoSuchThingException("request of this number");
        }
    }

    record PendingRequests(Requests requests) {

        List<Request> of(Person person) {
            return requests.findPending().stream()
                    .filter(request -> isFor(request, person))
                    .toList();
        }

        /** True if nobody has decided about the request, and this person may. */
        boolean isFor(Request request, Person person) {
            return request.decision().isEmpty()
                    && !request.requestedBy().equals(person.name())
                    && request.duty().roles().contains(person.role());
        }
    }

    record RequestSubjects(
            OperationCatalog catalog,
            Persons persons,
            RequestData data,
            HeldFiles held,
            Findings findings,
            ConsoleAnswers answers) {

        private static final Pattern FINGERPRINT = Pattern.compile("SHA256:\\S+.*|[0-9A-F]{4}( ?[0-9A-F]{4}){7,}");
        private static final int SAMPLES = 5;

        /**
         * What an open request is about, shown to the second person; people compare its fingerprints by telephone.
         *
         * @param effect the key of the message about the effect; if there is none, the sentence says it
         */
        public record Subject(
                String effect,
                String sentence,
                List<RequestData.Item> data,
                List<String> compare,
                Optional<HeldFile> file) {}

        public record HeldFile(FileRow row, FileFindings found) {}

        /** Returns the words that name the use case, joined by a separator. */
        String useCase(Request request, String separator) {
            List<String> words = request.words();
            String first = words.get(0);
            return catalog.find(first).isPresent() || words.size() < 2 ? first : first + separator + words.get(1);
        }

        String name(PersonName name) {
            return persons.find(name)
                    .map(person -> person.fullName() + " (" + name.value() + ")")
                    .orElse(name.value());
        }

        /** @param name of a person, or of a program */
        String name(String name) {
            return persons.all().stream()
                    .map(Person::name)
                    .filter(known -> known.value().equals(name))
                    .findFirst()
                    .map(this::name)
                    .orElse(name);
        }

        Optional<Subject> of(RequestSheet sheet, Locale locale) {
            return sheet.would().map(would -> of(would, locale));
        }

        private Subject of(Outline would, Locale locale) {
            List<String> named = would.arguments();
            return new Subject(
                    "request.effect." + would.key(),
                    answers.sentence(would, locale),
                    data.of(would),
                    named.stream().filter(FINGERPRINT.asMatchPredicate()).toList(),
                    held.list().stream()
                            .filter(file -> named.contains(file.shownName()))
                            .findFirst()
                            .map(file -> heldFile(file, locale)));
        }

        private HeldFile heldFile(InboundFile file, Locale locale) {
            return new HeldFile(FileRow.of(file), FileFindings.of(file, findings, SAMPLES, locale));
        }
    }
}
