package jinbo.consumer.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jinbo.consumer.CodeCheckOutcome;
import jinbo.consumer.CodeRequestOutcome;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.Visitor;
import jinbo.reference.phone.MobileParseResult.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages to request and enter a code. */
@PortalPage
record CodePages(ConsumerService service, KnownBrowserCookie known, Clock clock) {

    /** Longer times are shown in hours, not in minutes. */
    private static final int MOST_MINUTES_SHOWN = 90;

    private static final String MINE = "mine";
    private static final Set<String> FIRST_PAGES = Set.of(MINE, StartPages.CHOOSE, "complain", "complaints");

    private static final String COME_BACK_AFTER_SECONDS = "60";

    @PostMapping("/code")
    String send(
            @RequestParam String number,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language,
            Model model) {
        CodeRequestOutcome outcome =
                service.sendCode(number, Visitor.at(request.getRemoteAddr(), known.marks(request)), language);
        if (outcome instanceof CodeRequestOutcome.Sent sent) {
            PortalSession.of(request).setPendingCode(sent, FIRST_PAGES.contains(to) ? to : MINE, Optional.empty());
            return "redirect:/code";
        }
        addProblem(outcome, "number", response, model);
        if (outcome instanceof CodeRequestOutcome.NoMobile noMobile
                && noMobile.why() == Problem.MALFORMED
                && number.matches("[0-9 -]{1,13}")) {
            // a page never repeats a phone number, but this has too few or too many digits
            model.addAttribute("typed", number);
        }
        return StartPages.page(service, to, model);
    }

    @PostMapping("/code/again")
    String sendAgain(HttpServletRequest request, HttpServletResponse response, Locale language, Model model) {
        PortalSession portalSession = PortalSession.of(request);
        Optional<CodeRequestOutcome.Sent> before = portalSession.pendingCode();
        if (before.isEmpty()) {
            return "redirect:/?again";
        }
        if (secondsUntilAgain(before.get()) > 0) {
            return "redirect:/code";
        }
        CodeRequestOutcome outcome = service.sendCode(
                before.get().mobile().digits(), Visitor.at(request.getRemoteAddr(), known.marks(request)), language);
        if (outcome instanceof CodeRequestOutcome.Sent sent) {
            portalSession.setPendingCode(sent, portalSession.firstPage().orElse(MINE), Optional.of(clock.instant()));
            return "redirect:/code";
        }
        addProblem(outcome, "again", response, model);
        return codePage(before.get(), portalSession, model);
    }

    private static void addProblem(
            CodeRequestOutcome outcome, String field, HttpServletResponse response, Model model) {
        String problem = problem(outcome);
        long wait = 0;
        if (outcome instanceof CodeRequestOutcome.TooMany tooMany) {
            long minutes = (tooMany.after().toSeconds() + 59) / 60;
            boolean isLong = minutes > MOST_MINUTES_SHOWN;
            problem = isLong ? "code.too-many-hours" : "code.too-many";
            wait = isLong ? (minutes + 59) / 60 : Math.max(1, minutes);
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(tooMany.after().toSeconds() + 1));
        }
        if (outcome instanceof CodeRequestOutcome.NotSent) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, COME_BACK_AFTER_SECONDS);
        }
        FormErrors.of(model).add(field, problem, wait);
    }

    @GetMapping("/code")
    String type(HttpServletRequest request, Model model) {
        PortalSession portalSession = PortalSession.of(request);
        return portalSession
                .pendingCode()
                .map(sent -> codePage(sent, portalSession, model))
                .orElse("redirect:/");
    }

    @PostMapping("/code/check")
    String check(@RequestParam String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        PortalSession portalSession = PortalSession.of(request);
        Optional<CodeRequestOutcome.Sent> sent = portalSession.pendingCode();
        if (sent.isEmpty()) {
            return "redirect:/?again";
        }
        if (code.isBlank()) {
            FormErrors.of(model).add("code", "code.missing");
            return codePage(sent.get(), portalSession, model);
        }
        CodeCheckOutcome typed =
                service.verifyCode(sent.get().challenge(), sent.get().mobile(), code);
        if (typed instanceof CodeCheckOutcome.Right right) {
            portalSession.prove(right.number());
            known.remember(right.mark(), request, response);
            // not all go to the page of registrations, because it would be one more access
            return "redirect:/" + portalSession.firstPage().orElse(MINE);
        }
        boolean over = !(typed instanceof CodeCheckOutcome.Wrong wrong) || wrong.triesLeft() == 0;
        model.addAttribute("over", over);
        if (typed instanceof CodeCheckOutcome.Wrong wrong && !over) {
            FormErrors.of(model).add("code", "code.wrong", wrong.triesLeft());
        }
        return codePage(sent.get(), portalSession, model);
    }

    private String codePage(CodeRequestOutcome.Sent sent, PortalSession portalSession, Model model) {
        portalSession.sentAgain().ifPresent(at -> model.addAttribute("sentAgain", at));
        model.addAttribute("to", PortalControllerAdvice.mask(sent.mobile()));
        model.addAttribute("certain", sent.isCertainlyOurs());
        model.addAttribute("seconds", secondsUntilAgain(sent));
        model.addAttribute("againAt", sent.againAt());
        return "code";
    }

    /** Rounds up, so that the countdown does not end too early. */
    private long secondsUntilAgain(CodeRequestOutcome.Sent sent) {
        return Math.max(0, (Duration.between(clock.instant(), sent.againAt()).toMillis() + 999) / 1000);
    }

    private static String problem(CodeRequestOutcome outcome) {
        if (outcome instanceof CodeRequestOutcome.NoMobile noMobile) {
            return "number." + noMobile.why();
        }
        if (outcome instanceof CodeRequestOutcome.Elsewhere) {
            return "number.ELSEWHERE";
        }
        return "code.not-sent";
    }
}
