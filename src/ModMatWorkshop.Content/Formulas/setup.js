// Runs after KaTeX and mhchem, and defines render(tex, isDisplayed). The macros are commands of siunitx, physics and other LaTeX packages
// that abstracts use and KaTeX does not know.
var render = (() => {
  const units = {
    ampere: 'A', angstrom: '\\text{Å}', arcminute: "'", arcsecond: "''", arcmin: "'", arcsec: "''", atm: 'atm', atomicmassunit: 'u',
    bar: 'bar', becquerel: 'Bq', bohr: 'a_0', candela: 'cd', celsius: '^{\\circ}C', coulomb: 'C', dalton: 'Da', day: 'd',
    decibel: 'dB', degree: '^{\\circ}', degreeCelsius: '^{\\circ}C', electronvolt: 'eV', farad: 'F', gram: 'g', hartree: 'E_h',
    hectare: 'ha', henry: 'H', hertz: 'Hz', hour: 'h', joule: 'J', kelvin: 'K', kilogram: 'kg', liter: 'L', litre: 'L', lumen: 'lm',
    lux: 'lx', meter: 'm', metre: 'm', minute: 'min', mole: 'mol', newton: 'N', ohm: '\\Omega', pascal: 'Pa', percent: '\\%',
    radian: 'rad', second: 's', siemens: 'S', sievert: 'Sv', steradian: 'sr', tesla: 'T', tonne: 't', volt: 'V', watt: 'W', weber: 'Wb',
  };
  const shortUnits =
    'fm pm nm mm cm dm m km as fs ps ns ms s fg pg ng mg g kg eV meV keV MeV GeV TeV K Hz mHz kHz MHz GHz THz Pa kPa MPa GPa ' +
    'J mJ kJ mol mmol kmol N mN kN W mW kW MW V mV kV A mA kA T L mL dB kWh um us ug uW uV uA uJ';
  for (const name of shortUnits.split(' ')) units[name] = name.replace(/^u/, '\\text{µ}');
  const prefixes = {
    yocto: 'y', zepto: 'z', atto: 'a', femto: 'f', pico: 'p', nano: 'n', micro: '\\text{µ}', milli: 'm', centi: 'c', deci: 'd',
    deca: 'da', hecto: 'h', kilo: 'k', mega: 'M', giga: 'G', tera: 'T', peta: 'P', exa: 'E',
  };
  const powersBefore = { square: 2, cubic: 3 };
  const powersAfter = { squared: 2, cubed: 3 };

  // KaTeX keeps the tokens of an argument from the last to the first.
  const words = argument => argument.tokens.map(token => token.text).reverse();

  function argument(context) {
    context.consumeSpaces();
    if (context.future().text === '[') while (context.popToken().text !== ']') if (context.future().text === 'EOF') break;
    return words(context.consumeArg());
  }

  function number(tokens) {
    return tokens
      .join('')
      .replace(/\s/g, '')
      .replace(/,/g, '{,}')
      .replace(/\+-|\\pm/g, '\\pm ')
      .replace(/(^|[^\d.}])(\d{5,})/g, (_, before, digits) => before + digits.replace(/\B(?=(\d{3})+$)/g, '\\,'))
      .replace(/(\d)[x](?=\d)/g, '$1\\times ')
      .replace(/(^|[\d.)])[eEdD]([-+]?\d+)/g, (_, before, power) => (before ? before + '\\times ' : '') + `10^{${power.replace('+', '')}}`);
  }

  // \metre\per\second gives m s⁻¹, and typed letters stay: m/s, eV.atom^{-1}.
  function unit(tokens) {
    const factors = [];
    let [prefix, power, sign] = ['', 1, 1];
    for (let i = 0; i < tokens.length; i++) {
      const text = tokens[i];
      const name = text.slice(1);
      const last = factors[factors.length - 1];
      if (text[0] !== '\\') {
        let typed = '';
        for (; i < tokens.length && tokens[i][0] !== '\\'; i++) typed += /^[.~]$/.test(tokens[i]) ? '\\,' : tokens[i];
        i--;
        factors.push({ symbol: typed, power: sign });
        sign = 1;
      } else if (name in prefixes) prefix += prefixes[name];
      else if (name === 'per') sign = -1;
      else if (name in powersBefore) power = powersBefore[name];
      else if (name in powersAfter && last) last.power *= powersAfter[name];
      else if (name === 'tothe' && last) {
        let exponent = tokens[++i];
        if (exponent === '{') for (exponent = ''; tokens[++i] !== '}' && i < tokens.length; ) exponent += tokens[i];
        last.power *= Number(exponent);
      } else {
        factors.push({ symbol: prefix + (units[name] ?? text + ' '), power: power * sign });
        [prefix, power, sign] = ['', 1, 1];
      }
    }
    return factors.map(f => `\\mathrm{${f.symbol}}${f.power === 1 ? '' : `^{${f.power}}`}`).join('\\,');
  }

  const quantity = context => {
    const value = number(argument(context));
    return `{${value}\\,${unit(argument(context))}}`;
  };
  const range = context => {
    const [from, to] = [number(argument(context)), number(argument(context))];
    return `{${from}\\text{--}${to}\\,${unit(argument(context))}}`;
  };
  const inText = (text, math) => context => (context.mode === 'text' ? text : math);

  const macros = {
    '\\SI': quantity,
    // In the package physics, \qty( makes the bracket as large as what it holds.
    '\\qty': context => (context.future().text === '(' ? '' : quantity(context)),
    '\\si': context => `{${unit(argument(context))}}`, '\\unit': context => `{${unit(argument(context))}}`,
    '\\num': context => `{${number(argument(context))}}`,
    '\\ang': context => `{${number(argument(context))}^{\\circ}}`,
    '\\SIrange': range, '\\qtyrange': range,
    '\\numrange': context => `{${number(argument(context))}\\text{--}${number(argument(context))}}`,
    '\\abs': '\\left\\lvert #1\\right\\rvert', '\\norm': '\\left\\lVert #1\\right\\rVert',
    '\\dd': '\\mathrm{d}', '\\dv': '\\frac{\\mathrm{d}#1}{\\mathrm{d}#2}', '\\pdv': '\\frac{\\partial #1}{\\partial #2}',
    '\\vb': '\\mathbf{#1}', '\\expval': '\\left\\langle #1\\right\\rangle', '\\grad': '\\nabla', '\\Tr': '\\operatorname{Tr}',
    '\\mbox': '\\text{#1}', '\\textsc': '\\text{#1}', '\\ensuremath': '#1', '\\mathds': '\\mathbb{#1}', '\\mathbbm': '\\mathbb{#1}',
    '\\nicefrac': '{#1}/{#2}', '\\sfrac': '{#1}/{#2}', '\\prescript': '{}^{#1}_{#2}{#3}', '\\argmin': '\\operatorname*{argmin}',
    '\\argmax': '\\operatorname*{argmax}', '\\textmu': inText('µ', '\\text{µ}'), '\\micro': inText('µ', '\\text{µ}'),
    '\\angstrom': inText('Å', '\\text{Å}'), '\\celsius': '{^{\\circ}\\mathrm{C}}', '\\degreeCelsius': '{^{\\circ}\\mathrm{C}}',
    '\\textsuperscript': '{}^{\\text{#1}}', '\\textsubscript': '{}_{\\text{#1}}', '\\label': context => (context.consumeArg(), ''),
  };

  return (tex, isDisplayed) => {
    try {
      // A copy of the macros, because KaTeX adds those that a formula defines.
      const options = { displayMode: isDisplayed, macros: { ...macros }, throwOnError: true, strict: 'ignore', maxExpand: 1000, maxSize: 20 };
      return { markup: katex.renderToString(tex, { ...options, output: 'htmlAndMathml' }), message: '', position: 0 };
    } catch (error) {
      if (!(error instanceof katex.ParseError)) throw error;
      return { markup: '', message: error.message, position: error.position ?? 0 };
    }
  };
})();
