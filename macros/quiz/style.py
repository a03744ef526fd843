"""How a card looks: readable on a phone, by day and at night, without anything from elsewhere."""

FRONT = """\
<div class="quiz tex2jax_ignore mathjax_ignore">
{{#Warning}}<div class="warning">{{Warning}}</div>{{/Warning}}
<div class="case">{{Case}}</div>
<div class="question">{{Question}}</div>
</div>
"""
BACK = """\
{{FrontSide}}
<hr id="answer">
<div class="quiz tex2jax_ignore mathjax_ignore">
{{#Since}}<div class="since">{{Since}}</div>{{/Since}}
<div class="answer">{{Answer}}</div>
<div class="basis">{{Basis}}</div>
{{#Said}}<div class="said">{{Said}}</div>{{/Said}}
{{#Others}}<details><summary>The other ends of this tree</summary>{{Others}}</details>{{/Others}}
<details><summary>How the tree is answered</summary>{{Way}}</details>
<div class="about">{{About}}</div>
</div>
"""
STYLE = """\
.card {
  --ink: #1f2430;
  --paper: #ffffff;
  --pale: #4a5261;
  --line: #c4cad4;
  --link: #0b5cad;
  --newer: #fff3df;
  --edge: #8f3900;
  margin: 0 auto;
  max-width: 40rem;
  padding: 0.5rem 0.75rem;
  background: var(--paper);
  color: var(--ink);
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  font-size: 17px;
  line-height: 1.45;
  text-align: left;
  overflow-wrap: anywhere;
}
.nightMode.card,
.nightMode .card,
.night_mode.card,
.night_mode .card {
  --ink: #e8eaf0;
  --paper: #1b1e26;
  --pale: #b6bdca;
  --line: #4a5261;
  --link: #8cc2ff;
  --newer: #33281a;
  --edge: #ffb27d;
}
.quiz p { margin: 0.5em 0; }
.quiz ul { margin: 0.3em 0; padding-left: 1.2em; }
.quiz li { margin: 0.25em 0; }
.quiz a { color: var(--link); }
.quiz .case { font-size: 19px; }
.quiz .question, .quiz .about, .quiz .said, .quiz details { font-size: 15px; }
.quiz .question { color: var(--pale); }
.quiz .question strong { display: block; margin-top: 0.3em; color: var(--ink); font-size: 17px; }
.quiz .since, .quiz .warning { padding: 0.2em 0.7em; border-left: 4px solid var(--edge); background: var(--newer); }
.quiz .since, .quiz .warning { font-size: 15px; }
.quiz .warning { margin-bottom: 0.7em; }
.quiz .answer { font-size: 19px; }
.quiz .answer a { font-weight: 600; }
.quiz .answer ul { font-size: 17px; }
.quiz .basis { font-size: 15px; }
.quiz .about, .quiz small { color: var(--pale); }
.quiz small { font-size: 0.9em; }
.quiz details, .quiz .about, .quiz .said { margin-top: 0.8em; padding-top: 0.4em; border-top: 1px solid var(--line); }
.quiz summary { min-height: 2em; cursor: pointer; }
#answer { border: 0; border-top: 2px solid var(--line); }
"""
