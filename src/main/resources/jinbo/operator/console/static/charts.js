// Draws a chart above each table of figures, from the table itself: without this script the tables are the page.
(() => {
  "use strict";
  // Okabe and Ito's palette, which people with any colour vision tell apart; dashes and shapes tell what has the same colour
  const COLOURS = ["#0072b2", "#d98200", "#009e73", "#d55e00", "#56b4e9", "#cc79a7", "#8a8a2e", "#8c8c8c"];
  // what has a badge has its colour: accepted green, waiting amber, refused red
  const OWN = {
    ACCEPTED: "#009e73", ROWS_ACCEPTED: "#009e73", PARTLY_ACCEPTED: "#56b4e9", HELD: "#d98200",
    ROWS_HELD: "#d98200", REFUSED: "#c92a2a", ROWS_REFUSED: "#c92a2a", NOT_JUDGED: "#8c8c8c", VIOLATION: "#c92a2a",
  };
  // the least pixels from one label of a day to the next
  const TICK = 52;
  const DASHES = [[], [6, 3], [2, 3]];
  const SHAPES = ["circle", "triangle", "rect", "rectRot", "star"];
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");

  const figures = (table) => {
    const rows = [...table.tBodies[0].rows];
    return {
      labels: rows.map((row) => row.cells[0].textContent.trim()),
      series: [...table.tHead.rows[0].cells].slice(1).map((head, i) => ({
        label: head.textContent.trim(),
        name: head.dataset.series,
        data: rows.map((row) => row.cells[i + 1].dataset.value).map((value) => (value ? Number(value) : null)),
        links: rows.map((row) => row.cells[i + 1].querySelector("a")?.href),
      })).filter((one) => one.name !== "WAITING" && one.data.some((value) => value)),
    };
  };

  const dataset = (one, i, isLine) => {
    const colour = OWN[one.name] || COLOURS[i % COLOURS.length];
    const again = Math.floor(i / COLOURS.length);
    return {
      ...one,
      borderColor: colour,
      backgroundColor: colour,
      borderDash: DASHES[again % DASHES.length],
      pointStyle: SHAPES[i % SHAPES.length],
      borderWidth: isLine ? 2 : 0,
      pointRadius: one.data.length > 60 ? 0 : 3,
      pointHoverRadius: 6,
      spanGaps: true,
      stack: "all",
    };
  };

  const draw = (section) => {
    const isLine = section.dataset.kind === "LINE";
    const { labels, series } = figures(section.querySelector("table"));
    const ink = getComputedStyle(section).color;
    const isCount = series.every((one) => one.data.every((value) => value === null || Number.isInteger(value)));
    const grid = dark.matches ? "rgba(255,255,255,.16)" : "rgba(0,0,0,.12)";
    const canvas = section.querySelector("canvas");
    Chart.getChart(canvas)?.destroy();
    new Chart(canvas, {
      type: isLine ? "line" : "bar",
      data: { labels, datasets: series.map((one, i) => dataset(one, i, isLine)) },
      options: {
        responsive: true,
        maintainAspectRatio: false,
        animation: still.matches ? false : { duration: 250 },
        interaction: { mode: "index", intersect: false },
        scales: {
          x: {
            stacked: !isLine,
            offset: true,
            // the last day always has its label, and each label its line
            afterBuildTicks: (axis) => {
              const step = Math.ceil((labels.length * TICK) / axis.chart.width);
              axis.ticks = axis.ticks.filter((tick, i) => (labels.length - 1 - i) % step === 0);
            },
            ticks: { color: ink, maxRotation: 0, autoSkip: false, callback: (value) => labels[value].slice(5) },
            grid: { color: grid, offset: false },
          },
          y: {
            stacked: !isLine,
            beginAtZero: true,
            ticks: { color: ink, precision: isCount ? 0 : undefined },
            grid: { color: grid },
            title: { display: Boolean(section.dataset.unit), text: section.dataset.unit, color: ink },
          },
        },
        plugins: {
          legend: { position: "bottom", labels: { color: ink, usePointStyle: isLine, boxWidth: 14, boxHeight: 10 } },
          tooltip: { filter: (item) => item.raw !== null && (isLine || item.raw > 0), usePointStyle: isLine },
        },
        onHover: (event, hit) => event.native?.target.classList.toggle("leads", hit.length > 0),
        onClick: (event, ignored, chart) => {
          const [hit] = chart.getElementsAtEventForMode(event, "nearest", { intersect: false }, true);
          const link = hit && series[hit.datasetIndex].links[hit.index];
          if (link) location.assign(link);
        },
      },
    });
  };

  const sections = [...document.querySelectorAll("section.chart")].filter((section) => section.querySelector("table"));
  for (const section of sections) {
    const plot = document.createElement("div");
    plot.className = "plot";
    const canvas = document.createElement("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-labelledby", section.getAttribute("aria-labelledby"));
    plot.append(canvas);
    const details = section.querySelector("details");
    details.before(plot);
    details.open = false;
  }
  const drawAll = () => sections.forEach(draw);
  dark.addEventListener("change", drawAll);
  drawAll();
})();
