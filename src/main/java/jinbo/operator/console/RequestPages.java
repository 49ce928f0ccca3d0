package jinbo.operator.console;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.operator.console.PageFormat.RelativeTime;
import jinbo.operator.request.RequestOperations.ConfirmRequest;
import jinbo.operator.request.RequestOperations.RefuseRequest;
import jinbo.operator.request.RequestOperations.RequestSheet;
import jinbo.operator.request.RequestOperations.ShowRequest;
import jinbo.participant.operation.Reason;
import jinbo.participant.staff.Request;
import jinbo.participant.staff.Requests;
import jinbo.participant.staff.SignedInPerson;
import jinbo.participant.staff.StaffException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What takes two people: what waits for a second one, what it would do, and where that one confirms or refuses it. */
@ConsolePage
@RequestMapping("/requests")
record RequestPages(Requests requests, AskedFor asked, PageOperations operations, Clock clock) {

    @GetMapping("/{id}")
    String show(@AuthenticationPrincipal SignedInPerson by, Locale locale, @PathVariable long id, Model model) {
        Request request = find(id);
        Request.State state = request.state(clock.instant());
        PageAnswer sheet = operations.ask(() -> new ShowRequest(id));
        model.addAttribute("id", id);
        model.addAttribute("asks", asked.key(request));
        model.addAttribute("by", asked.name(request.requestedBy()));
        model.addAttribute("state", state.name());
        model.addAttribute("open", state == Request.State.OPEN);
        model.addAttribute("own", request.requestedBy().value().equals(by.name()));
        model.addAttribute("aboutNumber", request.words().contains("***"));
        model.addAttribute("duty", request.duty().name());
        model.addAttribute("reason", request.reason().orElse(PageFormat.NOTHING));
        model.addAttribute("at", RelativeTime.of(request.requestedAt(), clock.instant()));
        model.addAttribute("until", RelativeTime.of(request.expiresAt(), clock.instant()));
        model.addAttribute("files", request.files());
        model.addAttribute("decision", request.decision().orElse(null));
        model.addAttribute(
                "decidedBy",
                request.decision().map(decision -> asked.name(decision.by())).orElse(""));
        model.addAttribute("decidedAt", PageFormat.time(request.decision().map(Request.Decision::at)));
        model.addAttribute(
                "failure", request.result().flatMap(Request.Result::detail).orElse(""));
        model.addAttribute(
                "concern",
                sheet.result(RequestSheet.class)
                        .flatMap(known -> asked.of(known, locale))
                        .orElse(null));
        model.addAttribute(
                "outdated",
                state == Request.State.OPEN
                        && sheet.result(RequestSheet.class)
                                .filter(known -> known.would().isEmpty())
                                .isPresent());
        model.addAttribute("faults", sheet.end() == PageAnswer.End.NOT_DONE ? sheet.parts() : List.of());
        return "request";
    }

    @PostMapping("/{id}/confirm")
    String confirm(RedirectAttributes next, @PathVariable long id, @RequestParam Optional<FormValue> number) {
        return operations.then(
                "/requests/" + id,
                next,
                () -> new ConfirmRequest(Optional.of(id), number.flatMap(FormValue::findNumber)));
    }

    @PostMapping("/{id}/refuse")
    String refuse(RedirectAttributes next, @PathVariable long id, @RequestParam FormValue reason) {
        return operations.then("/requests/" + id, next, () -> new RefuseRequest(id, reason.as(Reason.class)));
    }

    private Request find(long id) {
        try {
            return requests.get(id);
        } catch (StaffException unknown) {
            throw new NoSuchThingException("request of this number");
        }
    }
}
