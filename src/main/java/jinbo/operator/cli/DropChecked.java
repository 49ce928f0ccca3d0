package jinbo.operator.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jinbo.exchange.sftp.check.DropCheckCode;
import jinbo.exchange.sftp.check.DropCheckResult;
import jinbo.exchange.sftp.check.DropCheckStep;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.InsurerCode;

/**
 * What was found as a drop was checked.
 *
 * @param insurer whose drop it is
 * @param good whether the exchange works with it
 * @param steps what came of each step, in their order
 */
record DropChecked(InsurerCode insurer, boolean good, List<Step> steps) implements Answer {

    /**
     * What came of a step.
     *
     * @param step what was tried
     * @param grade how bad it is
     * @param code what was found
     * @param facts what stands in the sentence
     */
    record Step(DropCheckStep step, DropCheckCode.Grade grade, DropCheckCode code, List<String> facts) {

        private void tell(Page page) {
            Texts texts = page.texts();
            page.print("[" + texts.of("grade." + grade) + "] " + texts.of("check." + step) + ": "
                    + texts.of("checked." + code, facts.toArray()));
            if (texts.has("remedy." + code)) {
                page.print("       " + texts.of("remedy." + code, facts.toArray()));
            }
        }
    }

    static DropChecked of(Insurer insurer, List<DropCheckResult> found) {
        return new DropChecked(
                insurer.code(),
                found.stream().noneMatch(DropCheckResult::isWrong),
                found.stream()
                        .map(each -> new Step(each.step(), each.code().grade(), each.code(), each.facts()))
                        .toList());
    }

    @Override
    public void tell(Page page) {
        Map<Boolean, List<Step>> tried =
                steps.stream().collect(Collectors.partitioningBy(step -> step.grade != DropCheckCode.Grade.OPEN));
        tried.get(true).forEach(step -> step.tell(page));
        if (!tried.get(false).isEmpty()) {
            page.say(
                    "drop.not-tried",
                    tried.get(false).stream()
                            .map(step -> page.texts().of("check." + step.step))
                            .collect(Collectors.joining("; ")));
        }
        page.blank();
        page.say(good ? "drop.good" : "drop.wrong", insurer);
    }

    @Override
    public boolean complete() {
        return good;
    }
}
