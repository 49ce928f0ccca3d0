package jinbo.operator.answer;

import jinbo.operator.request.RequestSheet;
import jinbo.participant.staff.Request;

/** A request, with its files, what was decided on it and what it would do. */
final class RequestPage {

    private RequestPage() {}

    static void render(RequestSheet request, Page page) {
        String id = Long.toString(request.request());
        page.fields(
                "request",
                id,
                "command",
                request.command(),
                "reason",
                Page.orNothing(request.reason()),
                "requested_by",
                request.requestedBy().value(),
                "requested_at",
                Page.time(request.requestedAt()),
                "expires_at",
                Page.time(request.expiresAt()),
                "state",
                request.state().name());
        for (Request.StoredFile file : request.files()) {
            page.say("request.file", file.name(), file.size(), file.sha256());
        }
        request.decidedBy()
                .ifPresent(person -> page.fields(
                        "decided_by",
                        person.value(),
                        "decided_at",
                        Page.orNothing(request.decidedAt()),
                        "reason",
                        Page.orNothing(request.decisionReason()),
                        "outcome",
                        Page.orNothing(request.detail())));
        page.blank();
        request.would().ifPresent(outline -> page.print(page.texts().of(outline)));
        boolean outdated =
                request.state() == Request.State.OPEN && request.would().isEmpty();
        page.say("request." + (outdated ? "OUTDATED" : request.state()), id);
    }
}
