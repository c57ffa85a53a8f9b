"""Project → the text of a timer that calls the tick, how to install it and how the secret gets there. Text only."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from shlex import quote

from briefgen.project import Project

MINUTES = 5
"""Between two ticks."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """What the texts need to know."""

    program: tuple[str, ...]
    """Words that start briefgen here."""
    root: str
    secret: str
    """Name of the environment variable of the password; empty where none is wanted."""

    @property
    def line(self) -> str:
        """The tick as a shell types it."""
        return " ".join(map(quote, (*self.program, "--project", self.root, "schedule", "run", "--quiet")))


def write_timer(project: Project, kind: str, program: tuple[str, ...]) -> str:
    """Write the text of one kind of timer.

    Args:
        kind: one of ``TIMERS``.
        program: words that start briefgen on this machine.
    """
    server = project.config.mail
    return TIMERS[kind](_Setting(program, str(project.out.parent), server.password_env if server else ""))


def _cron(setting: _Setting) -> str:
    secret = '. "$HOME/.config/briefgen.env" && ' if setting.secret else ""
    line = f"*/{MINUTES} * * * *  {secret}{setting.line}".replace("%", "\\%")
    return f"""# Install: run `crontab -e` and add the line below. cron mails what the tick says to MAILTO.
# The machine's own time zone does not matter: each schedule has its own.
{_env_file(setting, "$HOME/.config/briefgen.env", "export ")}MAILTO=you@example.org
{line}
"""


def _env_file(setting: _Setting, path: str, before: str = "") -> str:
    if not setting.secret:
        return "# No secret is wanted: [mail] names no password_env.\n"
    return f"""# The secret: put one line into {path}, readable by you only (chmod 600):
#   {before}{setting.secret}='…'
"""


def _systemd(setting: _Setting) -> str:
    line = " ".join(_quoted_for_systemd(w) for w in (*setting.program, "--project", setting.root, "schedule", "run"))
    secret = "EnvironmentFile=%h/.config/briefgen.env\n" if setting.secret else ""
    return f"""# Install: save the two units below, then
#   systemctl --user daemon-reload && systemctl --user enable --now briefgen.timer
#   loginctl enable-linger "$USER"        # so that it also runs while you are logged out
# Look: systemctl --user list-timers briefgen.timer; journalctl --user -u briefgen.service
{_env_file(setting, "~/.config/briefgen.env")}
# ~/.config/systemd/user/briefgen.service
[Unit]
Description=briefgen: build and deliver the papers that are due

[Service]
Type=oneshot
{secret}ExecStart={line}

# ~/.config/systemd/user/briefgen.timer
[Unit]
Description=briefgen: every {MINUTES} minutes

[Timer]
OnCalendar=*:0/{MINUTES}
Persistent=true

[Install]
WantedBy=timers.target
"""


def _quoted_for_systemd(word: str) -> str:
    """Quote as systemd.service(5) reads it: % and $ are doubled."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{escaped}"' if escaped != word or " " in word else word


def _windows(setting: _Setting) -> str:
    first, *others = setting.program
    arguments = " ".join(f'"{w}"' if " " in w else w for w in (*others, "--project", setting.root, "schedule", "run"))
    secret = f"""The secret: as the user the task runs as, once:
  setx {setting.secret} "…"
It is kept in that user's registry; only that user and administrators can read it.""" if setting.secret else (
        "No secret is wanted: [mail] names no password_env."
    )  # fmt: skip
    return f"""<?xml version="1.0" encoding="UTF-16"?>
<!-- Install: save as briefgen.xml (Unicode), then
  schtasks /Create /TN briefgen /XML briefgen.xml /RU "%USERNAME%" /RP *
It asks for your password, so that the task also runs while you are logged out.
{escape(secret, quote=False).replace("--", "- -")}
StartWhenAvailable runs a tick that was missed while the machine was off. -->
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Triggers>
    <TimeTrigger>
      <Repetition><Interval>PT{MINUTES}M</Interval></Repetition>
      <StartBoundary>2025-01-01T00:00:00Z</StartBoundary>
    </TimeTrigger>
  </Triggers>
  <Settings>
    <MultipleInstancesPolicy>Parallel</MultipleInstancesPolicy>
    <StartWhenAvailable>true</StartWhenAvailable>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT2H</ExecutionTimeLimit>
  </Settings>
  <Actions>
    <Exec>
      <Command>{escape(first)}</Command>
      <Arguments>{escape(arguments)}</Arguments>
    </Exec>
  </Actions>
</Task>
"""


def _k8s(setting: _Setting) -> str:
    secret = f"""              env:
                - name: {setting.secret}
                  valueFrom: {{secretKeyRef: {{name: briefgen, key: password}}}}
""" if setting.secret else ""  # fmt: skip
    install = f"#   kubectl create secret generic briefgen --from-literal=password=…    # becomes {setting.secret}\n"
    return f"""# Install: build an image with briefgen in it and put its name below; the claim "briefgen" holds the
# project folder (briefgen.toml, data, out, .briefgen) on a volume with kernel locks, not on NFS without them. Then
{install if setting.secret else "# No secret is wanted: [mail] names no password_env."}
#   kubectl apply -f briefgen.yaml
apiVersion: batch/v1
kind: CronJob
metadata:
  name: briefgen
spec:
  schedule: "*/{MINUTES} * * * *"
  timeZone: Etc/UTC
  concurrencyPolicy: Allow
  startingDeadlineSeconds: 240
  successfulJobsHistoryLimit: 1
  failedJobsHistoryLimit: 3
  jobTemplate:
    spec:
      backoffLimit: 0
      activeDeadlineSeconds: 7200
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: briefgen
              image: your-registry/briefgen:latest
              args: [briefgen, --project, /project, schedule, run]
{secret}              volumeMounts:
                - {{name: project, mountPath: /project}}
          volumes:
            - name: project
              persistentVolumeClaim: {{claimName: briefgen}}
""".replace("…    #", "…  #").replace("\n\n#   kubectl apply", "\n#   kubectl apply")


TIMERS: dict[str, Callable[[_Setting], str]] = {
    "cron": _cron,
    "systemd": _systemd,
    "windows": _windows,
    "k8s": _k8s,
}


def program_here(argv0: str, executable: str) -> tuple[str, ...]:
    """Give the words that start briefgen on this machine, whatever the timer's PATH is."""
    path = Path(argv0).absolute()
    return (str(path),) if path.is_file() and path.stem == "briefgen" else (executable, "-m", "briefgen")
