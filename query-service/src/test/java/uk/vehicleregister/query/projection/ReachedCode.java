package uk.vehicleregister.query.projection;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// All code of the program that may run when some of it does: what is called or referred to, every override of it, and
/// the static beginnings of the classes it touches. Lambdas count to the method they are written in.
final class ReachedCode {

    private static final Pattern IMPURE =
            Pattern.compile("java\\.(io|net|nio\\.file|nio\\.channels|util\\.concurrent\\.locks|util\\.logging)\\..*"
                    + "|javax\\.sql\\..*|java\\.sql\\.DriverManager\\..*|java\\.lang\\.Process.*|java\\.net\\.http\\..*"
                    + "|java\\.time\\.(Clock|InstantSource)\\..*|java\\.time\\.\\w+\\.now"
                    + "|java\\.lang\\.System\\.(nanoTime|currentTimeMillis|getenv|getProperty)"
                    + "|java\\.lang\\.(Thread\\.sleep|Math\\.random)|java\\.util\\.(Date|Calendar|Timer)\\..*"
                    + "|java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)\\..*"
                    + "|java\\.util\\.random\\..*|java\\.util\\.Collections\\.shuffle|java\\.security\\.SecureRandom\\..*"
                    + "|java\\.util\\.UUID\\.randomUUID|org\\.springframework\\.jdbc\\..*");

    private static final String PROGRAM = "uk.vehicleregister";

    /// A text in memory, for the rows' own COPY, and the exceptions of IO that is none.
    private static final Pattern PURE = Pattern.compile("java\\.io\\.(StringReader|\\w*Exception)\\..*");

    private final JavaClasses classes;
    private final Set<JavaCodeUnit> reached = new LinkedHashSet<>();
    private final Set<String> impure = new TreeSet<>();

    private ReachedCode(JavaClasses classes) {
        this.classes = classes;
    }

    static ReachedCode from(JavaClasses classes, Collection<? extends JavaCodeUnit> roots) {
        ReachedCode code = new ReachedCode(classes);
        Deque<JavaCodeUnit> next = new ArrayDeque<>(roots);
        while (!next.isEmpty()) {
            JavaCodeUnit unit = next.poll();
            if (!code.reached.add(unit)) continue;
            unit.getOwner().getStaticInitializer().ifPresent(next::add);
            for (JavaAccess<?> access : unit.getOwner().getAccessesFromSelf()) {
                if (!access.getOrigin().equals(unit)) continue;
                access.getTargetOwner().getStaticInitializer().ifPresent(next::add);
                if (access instanceof JavaCodeUnitAccess<?> call) code.follow(call, next);
            }
        }
        return code;
    }

    private void follow(JavaCodeUnitAccess<?> access, Deque<JavaCodeUnit> next) {
        String called =
                access.getTargetOwner().getFullName() + "." + access.getTarget().getName();
        if (IMPURE.matcher(called).matches() && !PURE.matcher(called).matches())
            impure.add(access.getOrigin().getFullName() + " -> " + called);
        JavaClass owner = access.getTargetOwner();
        if (!owner.getPackageName().startsWith(PROGRAM)) return;
        List<String> parameters = access.getTarget().getRawParameterTypes().stream()
                .map(JavaClass::getFullName)
                .toList();
        for (JavaClass type : classes) {
            if (!type.isAssignableTo(owner.getFullName()) && !owner.isAssignableTo(type.getFullName())) continue;
            for (JavaCodeUnit unit : type.getCodeUnits())
                if (unit.getName().equals(access.getTarget().getName())
                        && unit.getRawParameterTypes().stream()
                                .map(JavaClass::getFullName)
                                .toList()
                                .equals(parameters)
                        && (!unit.getName().equals("<init>") || type.equals(owner))) next.add(unit);
        }
    }

    /// Each as `where -> what`.
    Set<String> impure() {
        return impure;
    }

    Set<String> owners() {
        Set<String> owners = new TreeSet<>();
        reached.forEach(unit -> owners.add(unit.getOwner().getFullName()));
        return owners;
    }
}
