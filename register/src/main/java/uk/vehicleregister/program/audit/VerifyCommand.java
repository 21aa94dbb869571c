package uk.vehicleregister.program.audit;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.vehicleregister.program.Say;
import uk.vehicleregister.program.Stopped;
import uk.vehicleregister.program.audit.SelectionAudit.Proven;
import uk.vehicleregister.program.audit.Verification.Outcome;
import uk.vehicleregister.transparencylog.MalformedException;
import uk.vehicleregister.transparencylog.note.VerifierKey;

/// `bin/register verify`: is every event that was signed still there, as it was signed?
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks the log of a running register, or of an archive, against its signed checkpoint.",
            "Makes every leaf and the whole tree anew, and says how far the log is good, or what is wrong first.",
            "Of an archive of some events it says which positions are proven, and to which checkpoint.",
            "Given an answer that came with its proof, works it out anew from the events in it, and says what differs.",
            "Given a .tlog-proof, a transaction's receipt, says whether its event is in the log."
        })
public final class VerifyCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "An archive made by export, an answer asked for with its proof, or a .tlog-proof; without"
                    + " one, a running register is checked.")
    private @Nullable Path archive;

    @Mixin
    private WhichRegister register = new WhichRegister();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "The log's verifier key, name+id+base64, or a file with it; from somebody you trust. Without it"
                            + " the one kept from last time, and at first the one the register tells.")
    private @Nullable String key;

    @Option(
            names = "--kept",
            paramLabel = "FILE",
            description = "Where key and checkpoint are kept for next time (default: a file for each log in"
                    + " ~/.vehicle-register/audit).")
    private @Nullable Path kept;

    @Option(
            names = "--witness",
            paramLabel = "KEY",
            description = "The public key of a witness that must have cosigned; may be given several times.")
    private List<String> witnesses = List.of();

    @Option(
            names = "--witnesses-needed",
            paramLabel = "N",
            description = "So many of the witnesses given are enough (default: all).")
    private @Nullable Integer witnessesNeeded;

    @Option(
            names = "--json",
            description =
                    "Prints {\"good\",\"goodUpTo\",\"origin\",\"size\",\"root\",\"events\",\"notSealed\",\"seconds\",...}"
                            + " and no progress.")
    private boolean json;

    @Override
    public Integer call() {
        if (archive != null && register.isGiven())
            throw Stopped.wrongUse("Give an archive or a running register, not both.");
        long began = System.nanoTime();
        VerifierKey given = keyOf(key);
        Cosigners cosigners = Cosigners.parse(witnesses, witnessesNeeded);
        Path file = archive;
        if (file != null && isAnswer(file)) return answer(file, given, cosigners);
        try {
            if (file != null && FiledProofVerification.isOne(file)) return filedProof(file, given, cosigners);
            if (file != null && SelectionArchive.isOne(file)) return selection(file, given, cosigners, began);
            return wholeLog(given, cosigners, began);
        } catch (MalformedException e) {
            return refused(Finding.of(e));
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw Stopped.wrongUse("There is no archive that can be read at " + archive);
        } catch (IOException e) {
            throw Stopped.unreachable(
                    "Cannot read " + archive + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    private int filedProof(Path file, @Nullable VerifierKey given, Cosigners cosigners) throws IOException {
        FiledProofVerification.Outcome outcome = new FiledProofVerification(file, given, kept, cosigners).run();
        if (json) Say.json(outcome.asJson());
        else Say.answer(outcome.sentence());
        return outcome.good() ? 0 : 1;
    }

    private int selection(Path file, @Nullable VerifierKey given, Cosigners cosigners, long began) throws IOException {
        try (SelectionArchive events = SelectionArchive.open(file)) {
            Proven outcome = new SelectionAudit(events, given, kept, cosigners).run();
            double seconds = (System.nanoTime() - began) / 1e9;
            if (json) Say.json(SelectionAccount.json(outcome, seconds));
            else Say.answer(SelectionAccount.of(file.toString(), outcome, seconds));
            return outcome.wrong() == null ? 0 : 1;
        }
    }

    private int wholeLog(@Nullable VerifierKey given, Cosigners cosigners, long began) throws IOException {
        try (AuditedLog log = archive == null ? register.log() : ArchiveLog.open(archive)) {
            try {
                Outcome outcome = new Verification(log, given, kept, json)
                        .cosignedBy(cosigners)
                        .run();
                double seconds = (System.nanoTime() - began) / 1e9;
                if (json) Say.json(asJson(outcome, seconds));
                else Say.answer(Account.of(log.name(), outcome, seconds));
                return outcome.good() ? 0 : 1;
            } catch (IOException e) {
                if (log instanceof RunningLog running) throw running.unreachable(e);
                throw e;
            }
        }
    }

    private static boolean isAnswer(Path file) {
        try {
            return ProvenAnswer.isIn(file);
        } catch (IOException e) {
            return false;
        }
    }

    private int answer(Path file, @Nullable VerifierKey given, Cosigners cosigners) {
        try {
            AnswerVerification.Outcome outcome =
                    new AnswerVerification(ProvenAnswer.read(file), given, kept, cosigners).run();
            if (json) Say.json(AnswerAccount.asJson(outcome));
            else Say.answer(AnswerAccount.of(outcome));
            return outcome.good() ? 0 : 1;
        } catch (MalformedException e) {
            return refused(Finding.of(e));
        } catch (IOException e) {
            throw Stopped.unreachable(
                    "Cannot read " + file + " (" + e.getClass().getSimpleName() + ")");
        }
    }

    /// What cannot be read at all, before anything of it was checked.
    private int refused(Finding wrong) {
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("good", false);
            answer.put("goodUpTo", -1);
            answer.put("wrong", wrong.asJson());
            Say.json(answer);
        } else Say.answer("refused: " + wrong.sentence());
        return 1;
    }

    /// A key, or the one in a file of that name; null when nothing was given.
    static @Nullable VerifierKey keyOf(@Nullable String key) {
        if (key == null) return null;
        try {
            Path file = key.contains("+") && !Files.exists(Path.of(key)) ? null : Path.of(key);
            if (file != null && Files.size(file) > 4096) throw new MalformedException("is too long", "verifier key");
            String text = (file == null ? key : Files.readString(file)).strip();
            if (text.lines().count() > 1)
                throw Stopped.wrongUse(
                        "--key holds several keys, as while a log changes them. Give one of them; the last is the newest.");
            return Verification.parseKey(text);
        } catch (MalformedException e) {
            throw Stopped.wrongUse("--key cannot be used: " + e.getMessage());
        } catch (IOException | InvalidPathException e) {
            throw Stopped.wrongUse("--key is neither a key nor a file that can be read.");
        }
    }

    private static Map<String, Object> asJson(Outcome outcome, double seconds) {
        Verdict verdict = outcome.verdict();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("good", outcome.good());
        answer.put("goodUpTo", verdict.goodUpTo());
        if (verdict.wrong() != null) answer.put("wrong", verdict.wrong().asJson());
        answer.put("origin", verdict.signed().origin());
        answer.put("size", verdict.signed().size());
        answer.put(
                "root",
                Base64.getEncoder().encodeToString(verdict.signed().root().bytes()));
        answer.put("events", verdict.events());
        answer.put("notSealed", outcome.notSealed());
        answer.put("streams", verdict.streams());
        answer.put("streamsNotFollowed", verdict.moreStreams());
        answer.put("key", String.valueOf(outcome.key()));
        answer.put("keyTrustedOnFirstUse", outcome.firstUse());
        answer.put("kept", outcome.keptFile().toString());
        answer.put("seconds", Double.parseDouble(String.format(Locale.ROOT, "%.1f", seconds)));
        return answer;
    }
}
