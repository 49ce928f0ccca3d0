package jinbo.story.month;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jinbo.story.month.Upload.Row;

/** What the model answers to uploads, and what their rows come to. */
final class ModelReceipts {

    private static final int HELD_BEYOND_BAD_ROWS = 10;
    private static final int HELD_BEYOND_PERCENT = 20;

    private final Map<String, Upload> held = new TreeMap<>();
    private final List<String> receipts = new ArrayList<>();
    private final ModelBlocks modelBlocks = new ModelBlocks();
    private final List<Plan.Member> members;

    ModelReceipts(List<Plan.Member> members) {
        this.members = members;
    }

    /** An upload is received on a day. */
    void take(Upload upload, LocalDate day) {
        switch (upload.state()) {
            case DAMAGED -> receipt(upload.stem(), "REFUSED 0 [ENVELOPE_INVALID]");
            case BY_A_STRANGER -> receipt(upload.stem(), "REFUSED 0 [SIGNER_NOT_ACCEPTED]");
            case SENT_BEFORE -> receipt(upload.stem(), "REFUSED 0 [ALREADY_RECEIVED]");
            case SOUND -> {
                if (isToBeHeld(upload)) {
                    held.put(upload.stem(), upload);
                    receipt(upload.stem(), "HELD 0 [TOO_MANY_REFUSED]");
                } else {
                    register(upload, "", day);
                }
            }
        }
    }

    private static boolean isToBeHeld(Upload upload) {
        int rows = upload.rows().size() + upload.bad();
        return upload.bad() > HELD_BEYOND_BAD_ROWS && upload.bad() * 100 > rows * HELD_BEYOND_PERCENT;
    }

    /** A message without rows is received. */
    void accept(String stem) {
        receipt(stem, "ACCEPTED 0 []");
    }

    /** An operator decides on a held upload. */
    void decide(String stem, boolean release, LocalDate day) {
        Upload upload = held.remove(stem);
        if (release) {
            register(upload, ".2", day);
        } else {
            receipt(upload.stem() + ".2", "REFUSED 0 [TOO_MANY_REFUSED, REFUSED_BY_OPERATOR]");
        }
    }

    /** Whether an upload of an insurer is held. */
    boolean holds(String insurer) {
        return held.values().stream().anyMatch(upload -> upload.insurer().equals(insurer));
    }

    /** Each receipt and what it says. */
    List<String> receipts() {
        return List.copyOf(receipts);
    }

    /** The whole list of an insurer. */
    String list(Plan.Member insurer) {
        return modelBlocks.list(insurer.code(), insurer.lines());
    }

    private void register(Upload upload, String nth, LocalDate day) {
        upload.rows().forEach(row -> modelBlocks.add(boundBy(upload, row), row, day));
        int accepted = upload.rows().size();
        receipt(
                upload.stem() + nth,
                (upload.bad() > 0 ? "PARTLY_ACCEPTED " : "ACCEPTED ") + accepted + " []"
                        + (accepted > 0 ? " " + ModelBlocks.effectiveOn(day) : ""));
    }

    private Collection<String> boundBy(Upload upload, Row row) {
        return members.stream()
                .filter(member -> row.forAll()
                        ? member.life() == isLife(upload.insurer())
                        : member.code().equals(upload.insurer()))
                .map(Plan.Member::code)
                .toList();
    }

    private boolean isLife(String insurer) {
        return members.stream().anyMatch(member -> member.code().equals(insurer) && member.life());
    }

    private void receipt(String stem, String says) {
        receipts.add("receipt-" + stem + ".json.pgp: " + says);
    }
}
