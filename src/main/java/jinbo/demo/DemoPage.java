package jinbo.demo;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.batch.Drops;
import jinbo.demo.DemoGuide.GpgCommands;
import jinbo.exchange.openpgp.Certificate;
import jinbo.exchange.sftp.server.EmbeddedSftpServer;
import jinbo.partner.LocalBlockList;
import jinbo.platform.files.FolderWalk;
import jinbo.platform.home.Home;
import jinbo.reference.calendar.BusinessTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page for integrators: a sample insurer's drop and keys, and the demo's clock and short messages. */
@Controller
@ConditionalOnWebApplication(type = Type.SERVLET)
record DemoPage(
        Home home,
        Clock clock,
        AdvanceDemo advance,
        Drops drops,
        @Value("${jinbo.demo.portal}") String portal,
        @Value("${jinbo.demo.console}") String console,
        MessageSource messages) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MESSAGES = 5;

    record Message(String at, String to, String text) {}

    record DropFile(String name, long size, boolean fetched) {}

    @GetMapping("/")
    String show(
            @RequestParam(defaultValue = "YUNHE") SampleInsurer insurer,
            @RequestParam Optional<Boolean> advanced,
            HttpServletRequest request,
            Locale locale,
            Model model)
            throws IOException {
        Path own = new DemoHome(home).partner(insurer);
        EmbeddedSftpServer server = drops.embeddedServer();
        String page = "http://127.0.0.1:" + request.getServerPort();
        model.addAttribute("lang", locale.getLanguage());
        model.addAttribute("now", BusinessTime.formatMinute(clock.instant()));
        advanced.ifPresent(done -> model.addAttribute("advanced", done));
        model.addAttribute("days", DemoGuide.WORKING_DAYS);
        model.addAttribute("portal", portal);
        model.addAttribute("console", console);
        model.addAttribute("signIns", new DemoPeople(home).signIns());
        model.addAttribute(
                "steps", new DemoGuide(home, portal, page, messages.getMessage("guide.reason", null, locale)).steps());
        model.addAttribute("messages", sent());
        model.addAttribute("insurers", SampleInsurer.values());
        model.addAttribute("insurer", insurer);
        model.addAttribute("address", "sftp://" + insurer + "@" + server.socket());
        model.addAttribute("hostKey", server.fingerprint());
        model.addAttribute("folder", own);
        model.addAttribute("certificate", fingerprint(own.resolve("public.asc")));
        model.addAttribute("association", fingerprint(own.resolve("association.asc")));
        model.addAttribute("login", own.resolve("login.ssh"));
        model.addAttribute("sftp", sftp(insurer, own, server));
        model.addAttribute("files", delivered(insurer));
        new LocalBlockList(own.resolve("list"))
                .applied()
                .ifPresent(applied -> model.addAttribute("applied", applied.manifest()));
        return "demo";
    }

    @GetMapping(path = "/opened", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String opened(@RequestParam SampleInsurer insurer) throws IOException {
        Optional<Path> list = FolderWalk.list(
                        new DemoHome(home).partner(insurer).resolve("list"))
                .stream()
                .filter(file -> file.toString().endsWith(".csv"))
                .max(Comparator.naturalOrder());
        return list.isPresent() ? Files.readString(list.get()) : "";
    }

    @PostMapping("/advance")
    String advance(@RequestParam int days, @RequestParam SampleInsurer insurer, RedirectAttributes next)
            throws IOException {
        next.addAttribute("insurer", insurer);
        next.addAttribute("advanced", advance.by(days));
        return "redirect:/";
    }

    private static String fingerprint(Path certificate) throws IOException {
        return Certificate.parse(Files.readAllBytes(certificate)).fingerprint().toString();
    }

    private static String sftp(SampleInsurer insurer, Path own, EmbeddedSftpServer server) {
        return "sftp -P " + server.port() + " -i " + GpgCommands.quoted(own.resolve("login.ssh"))
                + " -o IdentitiesOnly=yes -o StrictHostKeyChecking=accept-new -o UserKnownHostsFile="
                + GpgCommands.quoted(own.resolve("known_hosts")) + " " + insurer + "@127.0.0.1";
    }

    private List<DropFile> delivered(SampleInsurer insurer) throws IOException {
        Path download = home.drops().resolve(insurer.name()).resolve("download");
        List<DropFile> found = new ArrayList<>();
        for (Path file : FolderWalk.list(download).stream()
                .sorted(Comparator.reverseOrder())
                .toList()) {
            found.add(new DropFile(
                    file.getFileName().toString(),
                    Files.size(file),
                    Files.exists(
                            new DemoHome(home).partner(insurer).resolve("inbox").resolve(file.getFileName()))));
        }
        return found;
    }

    /** Returns the newest short messages, which are written to a file instead of being sent. */
    private List<Message> sent() throws IOException {
        Path outbox = home.root().resolve("outbox").resolve("messages.jsonl");
        if (!Files.exists(outbox)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(outbox);
        List<Message> newest = new ArrayList<>();
        for (String line : lines.subList(Math.max(0, lines.size() - MESSAGES), lines.size())) {
            JsonNode message = JSON.readTree(line);
            newest.add(new Message(
                    BusinessTime.formatMinute(Instant.parse(message.path("at").asString())),
                    message.path("to").asString(),
                    message.path("text").asString()));
        }
        Collections.reverse(newest);
        return newest;
    }
}
