package jinbo.operator.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jinbo.accesslog.AccessLogEntry;
import jinbo.accesslog.AccessSearch;
import jinbo.accesslog.AuditTrail;
import jinbo.registry.NumberHistory;
import jinbo.registry.Registration;
import jinbo.registry.inbound.InboundFile;
import jinbo.registry.inbound.InboundFiles;
import org.springframework.stereotype.Component;

/** The uploads that brought a number, with the entries that tell who opened them. */
@Component
record FindUploads(InboundFiles inbound, AuditTrail auditTrail) {

    private static final int ENTRIES_OF_A_FILE = 100;

    TraceSlice<TracedUpload> of(NumberHistory history, TraceFilter bounds) {
        Map<Long, List<Registration.Complaint>> byBatch = new LinkedHashMap<>();
        history.registrations().stream()
                .filter(Registration.Complaint.class::isInstance)
                .map(Registration.Complaint.class::cast)
                .forEach(registration -> byBatch.computeIfAbsent(
                                registration.stamp().batch(), batch -> new ArrayList<>())
                        .add(registration));
        Map<Long, AccessLogEntry> vouchers = auditTrail.vouchingFor(byBatch.keySet());
        List<TracedUpload> uploads = new ArrayList<>();
        byBatch.forEach((batch, registrations) -> registrations
                .get(0)
                .inboundFile()
                .map(inbound::get)
                .filter(file -> bounds.hold(file.insurer()) && bounds.hold(file.receivedAt()))
                .ifPresent(file -> uploads.add(new TracedUpload(
                        file,
                        registrations.get(0).stamp().revision(),
                        registrations.size(),
                        Optional.ofNullable(vouchers.get(batch)),
                        accesses(file)))));
        uploads.sort(Comparator.comparingLong(TracedUpload::revision).reversed());
        return TraceSlice.of(uploads, bounds.most());
    }

    private List<AccessLogEntry> accesses(InboundFile file) {
        return auditTrail.search(new AccessSearch(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(file.insurer().value()),
                        Optional.empty(),
                        ENTRIES_OF_A_FILE)
                .named(List.of(file.shownName())));
    }
}
